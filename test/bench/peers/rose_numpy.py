"""rose_numpy.py FILE.npy: the load rose with NumPy: whole columns for moments and turning points, a Python loop for the rainflow stack (ASTM E1049-85 5.4.4),
the powers of all ranges in one go.

`moments` or `loads` is measured.
"""

import sys

import numpy as np
from protocol import serve, timed

EXPONENTS = (3, 4, 5, 6, 8, 10)
ANGLES = np.deg2rad(np.arange(36) * 10.0)


def moments(v):
    mean = v.mean()
    d = v - mean
    square = d * d
    m2 = square.mean()
    m3 = (square * d).mean()
    m4 = (square * square).mean()
    return v.min(), v.max(), mean, np.sqrt(m2), m3 / m2**1.5, m4 / m2**2


def ranges_of(v):
    slope = np.sign(np.diff(v))
    turns = np.flatnonzero(slope[1:] != slope[:-1]) + 1
    reversals = np.concatenate(([v[0]], v[turns], [v[-1]])).tolist()
    full, half, stack = [], [], []
    for value in reversals:
        stack.append(value)
        while len(stack) >= 3:
            newest = abs(stack[-1] - stack[-2])
            before = abs(stack[-2] - stack[-3])
            if newest < before:
                break
            if len(stack) == 3:
                half.append(before)
                del stack[0]
            else:
                full.append(before)
                del stack[-3:-1]
    half.extend(abs(b - a) for a, b in zip(stack, stack[1:]))
    return np.array(full), np.array(half)


def loads(v):
    full, half = ranges_of(v)
    return [((np.sum(full**m) + 0.5 * np.sum(half**m)) / (v.size - 1)) ** (1 / m) for m in EXPONENTS]


def rose(x, y, has_loads):
    values = []
    for angle in ANGLES:
        v = np.cos(angle) * x + np.sin(angle) * y
        values.extend(moments(v))
        if has_loads:
            values.extend(loads(v))
    return values


def main():
    columns = np.load(sys.argv[1])
    x, y = np.ascontiguousarray(columns[:, 0]), np.ascontiguousarray(columns[:, 1])
    serve(lambda what: timed(lambda: rose(x, y, what == 'loads')))


if __name__ == '__main__':
    main()
