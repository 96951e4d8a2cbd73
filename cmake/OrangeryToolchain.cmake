# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler, linker and cache: used when they are there, never required.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_AUTOUIC_SEARCH_PATHS "${PROJECT_SOURCE_DIR}/ui")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set_property(GLOBAL PROPERTY AUTOGEN_SOURCE_GROUP Generated)

option(ORANGERY_WERROR "Warnings are errors" OFF)
option(ORANGERY_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(ORANGERY_COVERAGE "Build with coverage counters" OFF)
option(ORANGERY_FUZZ "With clang: build the fuzz targets with libFuzzer, and the layers for them" OFF)
option(ORANGERY_PCH "Precompile the Qt headers" ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE_PROGRAM}")
endif()

find_program(MOLD_PROGRAM mold)
find_program(LLD_PROGRAM ld.lld)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" OR CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    if(MOLD_PROGRAM)
        add_link_options(-fuse-ld=mold)
    elseif(LLD_PROGRAM)
        add_link_options(-fuse-ld=lld)
    endif()
endif()

# libFuzzer is clang's. Without it the targets read their corpus and no more.
set(fuzzing "$<AND:$<BOOL:${ORANGERY_FUZZ}>,$<CXX_COMPILER_ID:Clang>>")
set(fuzz_sanitizers address,undefined,float-cast-overflow)

add_library(orangery_flags INTERFACE)
target_compile_options(orangery_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
    $<$<BOOL:${ORANGERY_WERROR}>:-Werror>
    $<$<BOOL:${ORANGERY_SANITIZE}>:-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined>
    $<${fuzzing}:-fsanitize=fuzzer-no-link,${fuzz_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all>
    $<$<BOOL:${ORANGERY_COVERAGE}>:--coverage>)
target_link_options(orangery_flags INTERFACE
    $<$<BOOL:${ORANGERY_SANITIZE}>:-fsanitize=address,undefined>
    $<$<BOOL:${ORANGERY_COVERAGE}>:--coverage>)
target_compile_definitions(orangery_flags INTERFACE
    $<${fuzzing}:_GLIBCXX_ASSERTIONS>
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
    ORANGERY_VERSION="${PROJECT_VERSION}")
