"""Runs scripts one after another in one interpreter: a JSON list of their arguments, the script first."""

import json
import runpy
import sys
import traceback

with open(sys.argv[1]) as file:
    jobs = json.load(file)
for job in jobs:
    sys.argv = job
    try:
        runpy.run_path(job[0], run_name='__main__')
    except BaseException:
        print(f'FAILED {job[0]}')
        traceback.print_exc()
