"""rainflow_numba.py FILE.npy: six damage-equivalent loads of a column, the loop that a careful person writes with Numba.

One pass: a turning point goes to the stack as it is found, a cycle's powers go to the sums as it closes (ASTM E1049-85 5.4.4), nothing is kept. The
compiler's time is not measured.
"""

import sys

import numpy as np
from numba import njit
from protocol import serve, timed

EXPONENTS = (3, 4, 5, 6, 8, 10)


@njit(fastmath=False, inline='always')
def add_powers(sums, r, weight):
    r2 = r * r
    r3 = r2 * r
    r4 = r2 * r2
    r5 = r4 * r
    r6 = r3 * r3
    sums[0] += weight * r3
    sums[1] += weight * r4
    sums[2] += weight * r5
    sums[3] += weight * r6
    sums[4] += weight * (r4 * r4)
    sums[5] += weight * (r5 * r5)


@njit(fastmath=False, inline='always')
def push(stack, top, value, sums):
    stack[top] = value
    top += 1
    while top >= 3:
        newest = abs(stack[top - 1] - stack[top - 2])
        before = abs(stack[top - 2] - stack[top - 3])
        if newest < before:
            break
        if top == 3:
            add_powers(sums, before, 0.5)
            stack[0] = stack[1]
            stack[1] = stack[2]
            top = 2
        else:
            add_powers(sums, before, 1.0)
            stack[top - 3] = stack[top - 1]
            top -= 2
    return top


@njit(fastmath=False)
def rainflow_sums(x):
    sums = np.zeros(6)
    stack = np.empty(x.size)  # touched only as deep as cycles stay open
    stack[0] = x[0]
    top = 1
    before = x[0]
    direction = 0
    for i in range(1, x.size):
        value = x[i]
        if value > before:
            if direction < 0:
                top = push(stack, top, before, sums)
            direction = 1
        elif value < before:
            if direction > 0:
                top = push(stack, top, before, sums)
            direction = -1
        before = value
    if direction != 0:
        top = push(stack, top, before, sums)
    for i in range(1, top):
        add_powers(sums, abs(stack[i] - stack[i - 1]), 0.5)
    return sums


def main():
    x = np.load(sys.argv[1])
    rainflow_sums(x[:1000])

    def measure(_):
        seconds, sums = timed(lambda: rainflow_sums(x))
        return seconds, [(s / (x.size - 1)) ** (1 / m) for s, m in zip(sums, EXPONENTS)]

    serve(measure)


if __name__ == '__main__':
    main()
