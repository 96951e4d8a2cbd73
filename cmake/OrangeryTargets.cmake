# SPDX-License-Identifier: GPL-3.0-or-later

# orangery_layer(NAME SOURCES … LINKS …): the static library orangery_NAME made of this folder's files.
# SOURCES name .cpp and .h files alike, so that AUTOMOC and the translations see every header.
function(orangery_layer name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PCH" ${ARGN})
    set(target orangery_${name})
    add_library(${target} STATIC ${arg_SOURCES})
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(${target} PUBLIC ${arg_LINKS} PRIVATE orangery_flags)
    if(ORANGERY_PCH AND arg_PCH)
        target_precompile_headers(${target} PRIVATE ${arg_PCH})
    endif()
    list(TRANSFORM arg_SOURCES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
    set_property(GLOBAL APPEND PROPERTY ORANGERY_TRANSLATED_SOURCES ${arg_SOURCES})
endfunction()

# orangery_test(NAME LABELS … SOURCES … LINKS … [GUI] [XVFB] [KEYRING]): one GoogleTest program; every case becomes one
# ctest test NAME.Suite.Case that carries the labels. A test main is supplied (tests/support/testmain.cpp).
# GUI: a QApplication, offscreen. XVFB: a QApplication on a display with a window manager. KEYRING: a D-Bus session
# with an unlocked secret service. The last two can be combined; each case then gets its own.
function(orangery_test name)
    cmake_parse_arguments(arg "GUI;XVFB;KEYRING" "TIMEOUT" "LABELS;SOURCES;LINKS;ENVIRONMENT" ${ARGN})
    set(target test_${name})
    add_executable(${target} ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINKS} orangery_testsupport GTest::gmock orangery_flags)
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    set(environment ${ORANGERY_TEST_ENVIRONMENT} ${arg_ENVIRONMENT})
    if(arg_GUI)
        list(APPEND environment QT_QPA_PLATFORM=offscreen)
    endif()
    set(launcher "")
    if(arg_KEYRING)
        list(APPEND launcher "${PROJECT_SOURCE_DIR}/tests/support/with-keyring")
    endif()
    if(arg_XVFB)
        list(APPEND launcher "${PROJECT_SOURCE_DIR}/tests/support/with-xvfb")
    endif()
    if(launcher)
        # from 3.29 the property has a name of its own, and the old one is for cross compiling only
        set(property CROSSCOMPILING_EMULATOR)
        if(CMAKE_VERSION VERSION_GREATER_EQUAL 3.29)
            set(property TEST_LAUNCHER)
        endif()
        set_target_properties(${target} PROPERTIES ${property} "${launcher}")
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    gtest_discover_tests(${target} TEST_PREFIX ${name}. TEST_LIST ${target}_TESTS DISCOVERY_TIMEOUT 60
        DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT ${arg_TIMEOUT} FIXTURES_REQUIRED loopback)

    # Properties that are lists do not survive gtest_discover_tests (it keeps the first element): a file of our own,
    # read by ctest after the discovered names, sets them.
    set(properties "${CMAKE_CURRENT_BINARY_DIR}/${target}_properties.cmake")
    file(GENERATE OUTPUT "${properties}" CONTENT
"if(${target}_TESTS)
    set_tests_properties(\${${target}_TESTS} PROPERTIES LABELS [==[${arg_LABELS}]==] ENVIRONMENT [==[${environment}]==])
endif()
")
    set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${properties}")
endfunction()
