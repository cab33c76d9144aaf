# SPDX-License-Identifier: Apache-2.0
"""The program tieuchi_differential, which TIEUCHI_DIFFERENTIAL in the environment names."""
import json
import os
import subprocess


class Driver:
    says_of_examples = True

    def __init__(self):
        self.process = None

    def ask(self, request):
        """The reply to a request; of a program that ended instead, with what."""
        if self.process is None:
            self.process = subprocess.Popen([os.environ["TIEUCHI_DIFFERENTIAL"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        line = self.process.stdout.readline()
        if not line:
            status = self.process.wait()
            self.process = None
            return {"died": status}
        return json.loads(line)

    def close(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()
            self.process = None
