# One executable for each test/bench/native/<name>.cpp: bench_<name>.
file(GLOB BENCH_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/test/bench/native/*.cpp)
foreach(source ${BENCH_SOURCES})
  get_filename_component(name ${source} NAME_WE)
  add_executable(bench_${name} ${source})
  target_link_libraries(bench_${name} PRIVATE wavemill_core)
  wavemill_warnings(bench_${name})
endforeach()
# What somebody writes for his own machine.
if(NOT MSVC)
  target_compile_options(bench_rose_by_hand PRIVATE -O3 -march=native -ffp-contract=fast)
endif()
