"""scipy_welch.py FILE.npy: Welch's spectrum of a column by scipy.signal.welch, segments as long as the line says; m0, m2 and the peak's frequency."""

import sys

import numpy as np
import scipy.signal
from protocol import serve, timed


def main():
    x = np.load(sys.argv[1])

    def spectrum(segment):
        f, density = scipy.signal.welch(x, 1.0, nperseg=segment)
        return [density.sum() * f[1], (f * f * density).sum() * f[1], f[1 + np.argmax(density[1:])]]

    serve(lambda line: timed(lambda: spectrum(int(line))))


main()
