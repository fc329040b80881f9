"""numpy_text.py FILE.csv: the largest value of every column of a table, read by np.loadtxt."""

import sys

import numpy as np
from protocol import serve, timed


def largest():
    return np.loadtxt(sys.argv[1], delimiter=",", skiprows=1).max(axis=0)


serve(lambda _: timed(largest))
