"""Reads {"series": path, "welch": […], "filters": […], "step_s": …} and prints what scipy.signal says of the column of the .npy file."""
import json
import sys
import warnings

import numpy as np
import scipy.signal as signal

warnings.simplefilter("ignore")
question = json.load(sys.stdin)
x = np.load(question["series"])[:, 0].astype(np.float64)
fs = 1 / question["step_s"]


def welch(options):
    segment = options["segmentSamples"]
    detrend = options.get("detrend", "constant")
    f, density = signal.welch(
        x,
        fs,
        window=options.get("window", "hann"),
        nperseg=segment,
        noverlap=int(options.get("overlap", 0.5) * segment),
        nfft=options.get("transformSamples"),
        detrend=False if detrend == "none" else detrend,
    )
    low, high = options.get("from_hz", 0), options.get("to_hz", np.inf)
    inside = (f >= low) & (f <= high)
    g, s, df = f[inside], density[inside], f[1]
    positive = g > 0
    moment = lambda n: float(np.sum(g[positive] ** n * s[positive]) * df) if n else float(np.sum(s) * df)
    return {
        "frequency_hz": f.tolist(),
        "density": density.tolist(),
        "spectral_m_minus1": moment(-1),
        "spectral_m0": moment(0),
        "spectral_m1": moment(1),
        "spectral_m2": moment(2),
        "spectral_m4": moment(4),
        "spectral_peak_frequency_hz": float(g[positive][np.argmax(s[positive])]),
    }


def filtered(options):
    cutoff, order = options["cutoff_hz"], options.get("order", 4)
    sections = signal.butter(order, cutoff, options["type"], fs=fs, output="sos")
    y = signal.sosfiltfilt(sections, x, padtype="odd", padlen=3 * order)
    b, a = signal.butter(order, cutoff, options["type"], fs=fs)
    z = signal.filtfilt(b, a, x, padtype="odd", padlen=3 * order)
    return {"min": float(y.min()), "max": float(y.max()), "mean": float(y.mean()), "std": float(y.std()),
            "time_of_max_s": float(np.argmax(y) / fs), "by_polynomials": float(np.abs(y - z).max())}


json.dump({"welch": [welch(o) for o in question["welch"]], "filters": [filtered(o) for o in question["filters"]]}, sys.stdout)
