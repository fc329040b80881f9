"""scipy_fits.py FILE: maximum likelihood fits by SciPy to the numbers of a text file."""

import sys

import numpy as np
from protocol import serve, timed
from scipy import stats


def fit(what, x):
    if what == "gumbel":
        return stats.gumbel_r.fit(x)
    shape, _, scale = (stats.weibull_min if what == "weibull" else stats.genpareto).fit(x, floc=0)
    return shape, scale


def main():
    x = np.loadtxt(sys.argv[1])
    serve(lambda what: timed(lambda: fit(what, x)))


main()
