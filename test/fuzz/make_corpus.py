"""Writes the fuzzers' seeds: the smallest valid file of each variant. Run it after a format gained one: python3 test/fuzz/make_corpus.py"""

import pathlib
import struct

CORPUS = pathlib.Path(__file__).parent / "corpus"


def outb(file_id):
    """Two channels, three samples."""
    width = 4 if file_id == 4 else 10
    header = struct.pack("<h", file_id)
    if file_id == 4:
        header += struct.pack("<h", width)
    header += struct.pack("<iidd", 2, 3, 10.0, 0.5)
    if file_id != 3:
        header += struct.pack("<4f", 100.0, 2.0, -50.0, 8.0)
    header += struct.pack("<i", 5) + b"a run"
    for text in (b"Time", b"Pwr", b"Rpm", b"(s)", b"(W)", b"(-)"):
        header += text.ljust(width)
    times = struct.pack("<3i", 100, 200, 300) if file_id == 1 else b""
    return header + times + struct.pack("<6d" if file_id == 3 else "<6h", *range(6))


def npy(major, dictionary, data):
    preamble = b"\x93NUMPY" + bytes([major, 0])
    length_size = 2 if major == 1 else 4
    text = dictionary.encode() + b"\n"
    return preamble + len(text).to_bytes(length_size, "little") + text + data


def dictionary(descr, shape, order="False"):
    return f"{{'descr': '{descr}', 'fortran_order': {order}, 'shape': {shape}, }}"


def pair(description, data):
    """Two files in one input, as pair_input.h takes them apart."""
    text = description.encode()
    return struct.pack("<H", len(text)) + text + data


def riflex_records(count, channels):
    size = 4 * (1 + channels)
    return b"".join(struct.pack(f"<i{1 + channels}fi", size, *range(i, i + 1 + channels), size) for i in range(count))


def direct_access(counts, series):
    """Four samples."""
    return struct.pack(counts, 4, 2 + series, *((0.5, 0) if "f" in counts else (0, 0))) + struct.pack(
        f"<{4 * (1 + series)}f", *range(4 * (1 + series))
    )


ELEMENTS = """For each beam element the following applies :
DOF 1 = Axial force
DOF 2 = Mom. about local y-axis, end 1
Column no. 1 contains FORTRAN specific data (please ignore)
Column no. 2 contains the time.
Id segment element responses column(s)
-----------------------
A 1 12 2 3 - 4
7 1 1 1 5
"""
TURBINE = """' column wind contents unit contents
1 - FORTRAN - FORTRAN specific data - IGNORE
2 - Time s Time
3 WT Speed deg/s Rotor speed
"""
BLADE = """' column contents line local local unit contents
2 Time Time
3 aoa b1 1 17 deg Angle of attack
"""

TEXT = "time,a (kN),\"b, c\"\n0,1.5,2\n0.5,-2e3,\n1,NaN,***\n"
OPENFAST = "Run\n\nTime\tPwr\n(s)\t(kW)\n 0.00\t1.0E+00\n 0.05\t-2.0-101\nThis is the end\n"


def sel(form):
    """Time and two loads, three scans."""
    lines = ["_"] * 8 + ["  3 3 1.5 " + form, "", " Channel", ""]
    lines += [f"     {i}      {name:<31}{unit:<11}what it is" for i, (name, unit) in enumerate((("Time", "s"), ("Mx", "kNm"), ("My", "kNm")))]
    return "\n".join(lines + ["_", "Scale factors:", " 1.0E-01", " 2.0", " 0.5", ""])


def bladed(access, form, dimensions, axes=""):
    count = len(dimensions.split())
    return (
        f"ACCESS {access}\nFORM F\nFORMAT {form}\nNDIMENS {count}\nDIMENS {dimensions}\nVARIAB 'My' 'Fx'\nVARUNIT FL F\n"
        f"{axes}AXISLAB 'Time'\nAXIUNIT T\nAXIMETH 2\nMIN 0\nSTEP 0.5\nULOADS 1 2\n"
    )


PLACES = "AXISLAB 'Place'\nAXIUNIT L\nAXIMETH 3\nAXIVAL 0 20.2\n"
SENSORS = "list\n No\n 1 1.0 0.0 1.0 0.0 m/s WSP wind\n 7 1.0 0.0 1.0 0.0 - Omega\n"


def flex(version):
    return bytes(76) + struct.pack("<5i4f6h", 2, 1, 7, 0, version, 0.5, 0.25, 0.5, 2.0, *range(6))


SEEDS = {
    "described_fuzz": {
        "hawc2_binary": pair(sel("BINARY"), struct.pack("<9h", *range(9))),
        "hawc2_ascii": pair(sel("ASCII"), b" 0.5 1 2\n 1.0 3 4\n 1.5 5 -6.0E-1\n"),
        "bladed_r4": pair(bladed("D", "R*4", "2 3"), struct.pack("<6f", *range(6))),
        "bladed_r8_open": pair(bladed("D", "R*8", "2 0"), struct.pack("<6d", *range(6))),
        "bladed_i4_places": pair(bladed("D", "I*4", "2 2 1", PLACES), struct.pack("<4i", *range(4))),
        "bladed_ascii_places": pair(bladed("S", "R*4", "2 2 2", PLACES), b" 1 2\n 3 4\n 5 6\n 7 8\n"),
        "flex_0": pair(SENSORS, flex(0)),
        "flex_3": pair("", flex(3)),
    },
    "text_table_fuzz": {
        "csv": TEXT.encode(),
        "csv_semicolon_comma": TEXT.replace(",", ";").replace(".", ",").encode(),
        "csv_tab_utf16": TEXT.replace(",", "\t").encode("utf-16"),
        "csv_crlf_bom": TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
        "one_column": b"1.5\n2.5\n",
        "openfast": OPENFAST.encode(),
        "openfast_cr": OPENFAST.replace("\n", "\r").encode(),
    },
    "expression_fuzz": {
        "rose": "cos(angle)*x + sin(angle)*y\nN\nMN".encode(),
        "times": 'derivative(integral(x)) - min(x, 3[kN-m], max("x y", 2e3))\nkN-m\n'.encode(),
        "powers": "hypot(x, y)^2/sqrt(abs(x#1))\nm/s^2\n".encode(),
        "units": "in(x*30deg, \"kW\") + 'x y'**-3\nkN-m·rad/s\nkW".encode(),
        "functions": "clamp(atan2(y, x), 0, pi) * g\nkN\n".encode(),
    },
    "riflex_fuzz": {
        "elements": pair(ELEMENTS, riflex_records(3, 3)),
        "turbine": pair(TURBINE, riflex_records(2, 1)),
        "blade": pair(BLADE, riflex_records(2, 1)),
    },
    "direct_access_fuzz": {
        "ts": pair("' a\ntime\nX\nY\nEND\n", direct_access("<4i", 2)),
        "tda": pair("** Number of samples : 4\nInfo_arr\nTime_arr\nX\n", direct_access("<4f", 1)),
    },
    "outb_header_fuzz": {f"file_id_{i}": outb(i) for i in (1, 2, 3, 4)},
    "npy_header_fuzz": {
        "v1_f8_one": npy(1, dictionary("<f8", "(3,)"), bytes(24)),
        "v1_f4_rows": npy(1, dictionary("<f4", "(3, 2)"), bytes(24)),
        "v2_i2_fortran": npy(2, dictionary("<i2", "(3, 2)", "True"), bytes(12)),
        "v3_i4_big": npy(3, dictionary(">i4", "(3, 2)"), bytes(24)),
        "v1_u2_python2": npy(1, '{"shape": (3L, 2L), "descr": "<u2", "fortran_order": True}', bytes(12)),
        "v1_structured": npy(1, "{'descr': [('t', '<f8'), ('x', '<f4', (2,))], 'fortran_order': False, 'shape': (1,), }", bytes(16)),
    },
}

for target, seeds in SEEDS.items():
    (CORPUS / target).mkdir(parents=True, exist_ok=True)
    for name, content in seeds.items():
        (CORPUS / target / name).write_bytes(content)
