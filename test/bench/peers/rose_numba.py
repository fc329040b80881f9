"""rose_numba.py FILE.npy: the load rose with Numba: a column an angle, two loops for moments and extremes, one for turning points, stack and powers.

`moments` or `loads` is measured; the compiler's time is not.
"""

import sys

import numpy as np
from numba import njit
from protocol import serve, timed
from rainflow_numba import EXPONENTS, rainflow_sums

ANGLES = np.deg2rad(np.arange(36) * 10.0)


@njit(fastmath=False)
def combine(x, y, c, s, v):
    for i in range(x.size):
        v[i] = c * x[i] + s * y[i]


@njit(fastmath=False)
def moments(v):
    low = high = v[0]
    total = 0.0
    for i in range(v.size):
        low = min(low, v[i])
        high = max(high, v[i])
        total += v[i]
    mean = total / v.size
    m2 = m3 = m4 = 0.0
    for i in range(v.size):
        d = v[i] - mean
        square = d * d
        m2 += square
        m3 += square * d
        m4 += square * square
    m2 /= v.size
    m3 /= v.size
    m4 /= v.size
    return low, high, mean, np.sqrt(m2), m3 / (m2 * np.sqrt(m2)), m4 / (m2 * m2)


def rose(x, y, v, has_loads):
    values = []
    for angle in ANGLES:
        combine(x, y, np.cos(angle), np.sin(angle), v)
        values.extend(moments(v))
        if has_loads:
            values.extend((s / (x.size - 1)) ** (1 / m) for s, m in zip(rainflow_sums(v), EXPONENTS))
    return values


def main():
    columns = np.load(sys.argv[1])
    x, y = np.ascontiguousarray(columns[:, 0]), np.ascontiguousarray(columns[:, 1])
    v = np.empty_like(x)
    rose(x[:1000], y[:1000], v[:1000], True)
    serve(lambda what: timed(lambda: rose(x, y, v, what == 'loads')))


if __name__ == '__main__':
    main()
