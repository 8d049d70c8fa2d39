"""Runs scripts one after another in one interpreter: a JSON list of their arguments, the script first.

Several processes join one group once, for all scripts.
"""

import json
import os
import runpy
import sys
import traceback

with open(sys.argv[1]) as file:
    jobs = json.load(file)
if int(os.environ.get('WORLD_SIZE', 1)) > 1:
    import torch.distributed as dist

    dist.init_process_group('gloo')
    dist.init_process_group = dist.destroy_process_group = lambda *_: None
for job in jobs:
    sys.argv = job
    try:
        runpy.run_path(job[0], run_name='__main__')
    except BaseException:
        print(f'FAILED {job[0]}')
        traceback.print_exc()
