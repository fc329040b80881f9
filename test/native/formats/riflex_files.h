#pragma once

#include <cstdint>
#include <string>

#include "formats/pair_files.h"
#include "formats/riflex.h"

namespace wavemill::test {

/// A key for elements: a bar of line 7 and a beam of two components.
inline std::string element_key() {
  return "\r\n   R I F L E X  -  KEY FILE\r\n   ------------------------\r\n\r\n"
         "   The file a_elmfor.bin contains a time series of element-forces\r\n"
         "   The element-forces are stored in columns on a_elmfor.bin\r\n\r\n"
         "   Column no. 1 contains FORTRAN specific data (please ignore)\r\n\r\n"
         "   Column no. 2 contains the time.\r\n\r\n"
         "   For each bar element the following applies : \r\n\r\n   DOF 1 = Axial force\r\n\r\n"
         "   For each beam element the following applies : \r\n\r\n"
         "   DOF 1 = Axial force\r\n   DOF 2 = Mom. about local y-axis, end 1\r\n\r\n"
         "   The response is stored as follows\r\n\r\n"
         "   Line   Local     Local      No. of         Stored in\r\n"
         "    Id    segment   element    responses      column(s)\r\n"
         "   ------------------------------------------------------\r\n"
         " RISER           1        12           2         3   -      4\r\n"
         " 7               2         1           1                 5\r\n\r\n"
         "   Column no.           6 contains FORTRAN specific data (please ignore)\r\n";
}

/// A key of named columns of RIFLEX 4.20 or later.
inline std::string turbine_key() {
  return "' \n'   R I F L E X  -  KEY FILE\n'   The file a_witurb.bin contains time series of wind turbine results\n'\n"
         "'  column   wind     contents     unit      contents\n"
         "'    no    turbine  abbrivated              descriptive text\n"
         "       1     -      FORTRAN       -         FORTRAN specific data - IGNORE\n"
         "       2     -      Time          s         Time\n"
         "       3  WT01      RotorSpeed    deg/s     Rotor speed\n"
         "       4  WT01      GenTorq       kNm       Mechanical generator torque on LSS\n"
         "       5  WT02      RotorSpeed    deg/s     Rotor speed\n"
         "       6     -      FORTRAN       -         FORTRAN specific data - IGNORE\n";
}

/// Records of time 0.1, 0.2, … and channels 10·record + column.
inline std::string riflex_records(std::uint64_t records, std::int32_t channels) {
  FieldWriter out;
  const std::int32_t mark = 4 * (1 + channels);
  for (std::uint64_t record = 1; record <= records; ++record) {
    out.put(mark).put(0.1F * static_cast<float>(record));
    for (std::int32_t channel = 0; channel < channels; ++channel)
      out.put(10.0F * static_cast<float>(record) + static_cast<float>(channel));
    out.put(mark);
  }
  return out.text();
}

inline PairFiles riflex_files(const std::string& key = element_key(), std::uint64_t records = 4) {
  return {"key_a_elmfor.txt", key, "a_elmfor.bin", riflex_records(records, 3), formats::parse_riflex};
}

}  // namespace wavemill::test
