# One libFuzzer executable for each test/fuzz/<target>.cpp: fuzz_<target>.
file(GLOB FUZZ_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/test/fuzz/*.cpp)
foreach(source ${FUZZ_SOURCES})
  get_filename_component(name ${source} NAME_WE)
  add_executable(fuzz_${name} ${source})
  target_link_libraries(fuzz_${name} PRIVATE wavemill_core)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer,address,undefined)
  wavemill_warnings(fuzz_${name})
endforeach()
