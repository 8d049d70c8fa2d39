/** Puts one question to a worker and closes it with the answer; rejects where it fails. */
export async function askOnce<Answer>(worker: Worker, question: unknown): Promise<Answer> {
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'The file could not be read.'));
      };
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}
