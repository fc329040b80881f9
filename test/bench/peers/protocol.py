"""What the programs of the bench speak: a line in, a line of JSON out."""

import json
import math
import sys
import time


def timed(work):
    """Runs `work`; gives seconds and what it returned."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def say(**fields):
    print(json.dumps(fields), flush=True)


def serve(measure):
    """Answers each line of stdin with the seconds and the values of `measure(line)`, until stdin ends."""
    for line in sys.stdin:
        seconds, values = measure(line.strip())
        say(seconds=seconds, values=[float(v) if math.isfinite(v) else None for v in values])
