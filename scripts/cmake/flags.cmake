# Flags of everything, whatever its target.
if(NOT MSVC)
  # No fused multiply-add: scalar, AVX2 and AVX-512 have to round alike.
  add_compile_options(-ffp-contract=off)
endif()

if(WAVEMILL_SANITIZE)
  add_compile_options(-fsanitize=${WAVEMILL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g -O1)
  add_link_options(-fsanitize=${WAVEMILL_SANITIZE})
endif()

if(WAVEMILL_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
    message(FATAL_ERROR "WAVEMILL_FUZZ needs clang: -DCMAKE_CXX_COMPILER=clang++")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
  add_link_options(-fsanitize=address,undefined)
endif()

if(MINGW)
  # GCC does not align the stack for ymm and zmm registers on Windows (its bug 54412): only unaligned moves are safe.
  add_compile_options(-Wa,-muse-unaligned-vector-move)
  add_link_options(-static)
endif()

# What our own code is held to; napi's and doctest's headers are system headers.
function(wavemill_warnings target)
  if(NOT MSVC)
    # Members left out of a designated initializer have their defaults: that is meant.
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-missing-field-initializers)
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      target_compile_options(${target} PRIVATE -Wno-restrict)  # false in std::string's operator+ (GCC's bug 105651)
    endif()
    if(WAVEMILL_WARNINGS_ARE_ERRORS)
      target_compile_options(${target} PRIVATE -Werror)
    endif()
  endif()
endfunction()

# Sanitizers compile everything again, and most of that is the same headers. Only there: in the other builds a file has to include what it uses.
function(wavemill_common_headers target)
  if(WAVEMILL_SANITIZE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cmath> <functional> <map> <memory> <mutex> <optional> <span> <string> <thread>
                              <variant> <vector> ${ARGN})
  endif()
endfunction()
