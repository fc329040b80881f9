#include "formats/npy_dictionary.h"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

using wavemill::base::ErrorCode;
using wavemill::formats::NpyDictionary;
using wavemill::formats::read_npy_dictionary;

namespace {

/// From a copy that ends where the text ends, so that a sanitizer sees a step past it.
wavemill::base::Result<NpyDictionary> read(const std::string& text) {
  const std::vector<char> exact(text.begin(), text.end());
  return read_npy_dictionary({exact.data(), exact.size()}, 100);
}

}  // namespace

TEST_CASE("what NumPy writes, and what others have written") {
  for (const char* text : {
           "{'descr': '<f8', 'fortran_order': True, 'shape': (3, 4), }          \n",
           "{'shape': (3, 4), 'fortran_order': True, 'descr': '<f8'}",
           "{\"descr\":\"<f8\",\"fortran_order\":True,\"shape\":(3,4)}",
           "  { 'fortran_order' : True ,\n 'descr' : \"<f8\" ,\t'shape' : ( 3 , 4 , ) , } \n",
           "{'descr': '<f8', 'fortran_order': True, 'shape': (3L, 4L), }",
       }) {
    CAPTURE(text);
    const auto dictionary = read(text);
    REQUIRE(dictionary.ok());
    CHECK(dictionary->descr == "<f8");
    CHECK(dictionary->is_fortran_order);
    CHECK(dictionary->dimensions == 2);
    CHECK(dictionary->shape[0] == 3);
    CHECK(dictionary->shape[1] == 4);
  }
}

TEST_CASE("all dimensions are counted, two are kept") {
  CHECK(read("{'descr':'<f8','fortran_order':False,'shape':()}")->dimensions == 0);
  CHECK(read("{'descr':'<f8','fortran_order':False,'shape':(7,)}")->shape[0] == 7);
  CHECK(read("{'descr':'<f8','fortran_order':False,'shape':(1,2,3,4)}")->dimensions == 4);
}

TEST_CASE("what is not the dictionary, with the byte where it stops being it") {
  struct Case {
    const char* text;
    std::uint64_t offset;
  };
  for (const Case& wrong : {
           Case{"", 100},
           Case{"[1]", 100},
           Case{"{", 101},
           Case{"{}", 102},
           Case{"{'descr'}", 108},
           Case{"{'descr': '<f8}", 110},
           Case{"{'descr': ''}", 112},
           Case{"{'descr': '<\\x66'}", 110},
           Case{"{'descr': 3}", 110},
           Case{"{'descr': [('a', '<f8')", 123},
           Case{"{'descr': '<f8' 'shape': (3,)}", 116},
           Case{"{'descr': '<f8', 'descr': '<f8'}", 125},
           Case{"{'colour': 3}", 110},
           Case{"{'fortran_order': 1}", 118},
           Case{"{'shape': 3}", 110},
           Case{"{'shape': (3)}", 112},
           Case{"{'shape': (3 4)}", 113},
           Case{"{'shape': (3,4 5)}", 115},
           Case{"{'shape': (,)}", 111},
           Case{"{'shape': (3,,)}", 113},
           Case{"{'shape': (3.5,)}", 112},
           Case{"{'shape': (0x3,)}", 112},
           Case{"{'shape': (3,", 113},
           Case{"{'descr':'<f8','fortran_order':False,'shape':(3,)} trailing", 151},
           Case{"{'descr':'<f8','fortran_order':False}", 137},
       }) {
    CAPTURE(wrong.text);
    const auto dictionary = read(wrong.text);
    REQUIRE_FALSE(dictionary.ok());
    CHECK(dictionary.error().code == ErrorCode::kFormatNpyHeader);
    CHECK(dictionary.error().offset_bytes == wrong.offset);
  }
}

TEST_CASE("NULs and a text cut at any byte end in an error, not in a loop") {
  const std::string whole = "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }";
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CHECK_FALSE(read(whole.substr(0, i)).ok());
    std::string changed = whole;
    changed[i] = '\0';
    const auto dictionary = read(changed);
    CHECK((dictionary.ok() ? dictionary->descr.find('\0') != std::string::npos : true));
  }
}
