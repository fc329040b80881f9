"""numpy_percentiles.py FILE.npy: five percentiles of a column by np.percentile."""

import sys

import numpy as np
from protocol import serve, timed


def main():
    x = np.load(sys.argv[1])
    serve(lambda _: timed(lambda: np.percentile(x, [1, 5, 50, 95, 99])))


main()
