"""numpy_moments.py FILE.outb…: extremes and moments of every channel with NumPy, two processes, a file at a time.

What a careful person writes: the header, one np.fromfile, one decoded array, and powers that are not computed twice. The values are those of the first
file's first channel.
"""

import struct
import sys
from multiprocessing import Pool

import numpy as np
from protocol import serve, timed


def read(path):
    with open(path, 'rb') as file:
        file_id, channel_count, sample_count = struct.unpack('<hii', file.read(10))
        assert file_id == 2
        file.seek(16, 1)
        scale = np.fromfile(file, '<f4', channel_count).astype(float)
        bias = np.fromfile(file, '<f4', channel_count).astype(float)
        (description_length,) = struct.unpack('<i', file.read(4))
        file.seek(description_length + 20 * (channel_count + 1), 1)
        stored = np.fromfile(file, '<i2', sample_count * channel_count).reshape(sample_count, channel_count)
    x = stored.astype(float)
    x -= bias
    x /= scale
    return x


def moments(path):
    x = read(path)
    low, high, mean = x.min(axis=0), x.max(axis=0), x.mean(axis=0)
    x -= mean
    square = x * x
    m2 = square.mean(axis=0)
    x *= square
    m3 = x.mean(axis=0)
    square *= square
    m4 = square.mean(axis=0)
    return np.stack([low, high, mean, np.sqrt(m2), m3 / m2**1.5, m4 / m2**2])


def main():
    with Pool(2) as pool:
        files = sys.argv[1:]

        def measure(_):
            seconds, tables = timed(lambda: pool.map(moments, files, chunksize=1))
            return seconds, tables[0][:, 0]

        serve(measure)


main()
