# wavemill.node: the N-API binding around the core.
find_program(NODE_EXECUTABLE NAMES node nodejs REQUIRED)
function(node_says expression variable)
  execute_process(
    COMMAND ${NODE_EXECUTABLE} -p "${expression}" WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(${variable} "${answer}" PARENT_SCOPE)
endfunction()

if(NOT CMAKE_JS_INC)  # plain cmake
  node_says("require('node-api-headers').include_dir + ';' + require('node-addon-api').include_dir" CMAKE_JS_INC)
endif()

file(GLOB_RECURSE BINDING_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bindings/*.cpp)
add_library(wavemill MODULE ${BINDING_SOURCES} ${CMAKE_JS_SRC})
# One place whatever drives the build: cmake-js would put it into a folder named after the configuration.
set_target_properties(wavemill PROPERTIES PREFIX "" SUFFIX ".node" LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
target_include_directories(wavemill SYSTEM PRIVATE ${CMAKE_JS_INC})
target_include_directories(wavemill PRIVATE ${PROJECT_SOURCE_DIR}/bindings)
target_compile_definitions(wavemill PRIVATE NAPI_VERSION=8 NODE_ADDON_API_CPP_EXCEPTIONS NODE_GYP_MODULE_NAME=wavemill)
# libstdc++ stays shared on Linux: a static one brings symbols of a newer glibc, and node has loaded the shared one already.
target_link_libraries(wavemill PRIVATE wavemill_core ${CMAKE_JS_LIB})
wavemill_warnings(wavemill)

if(CMAKE_SYSTEM_NAME STREQUAL Linux)
  # Never unloaded: another handler of SIGBUS may have chained to ours.
  target_link_options(wavemill PRIVATE -Wl,-z,nodelete)
endif()
if(APPLE)
  target_link_options(wavemill PRIVATE -undefined dynamic_lookup)
elseif(MINGW)
  node_says("require('node-api-headers').def_paths.node_api_def" NODE_API_DEF)
  set(NODE_IMPORT_LIBRARY ${CMAKE_BINARY_DIR}/libnode.a)
  execute_process(COMMAND ${CMAKE_DLLTOOL} -d ${NODE_API_DEF} -l ${NODE_IMPORT_LIBRARY} COMMAND_ERROR_IS_FATAL ANY)
  target_link_libraries(wavemill PRIVATE ${NODE_IMPORT_LIBRARY})
elseif(MSVC AND CMAKE_JS_NODELIB_DEF AND CMAKE_JS_NODELIB_TARGET)
  execute_process(COMMAND ${CMAKE_AR} /def:${CMAKE_JS_NODELIB_DEF} /out:${CMAKE_JS_NODELIB_TARGET} ${CMAKE_STATIC_LINKER_FLAGS})
endif()
