# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DLOG=FILE -DSTEP=forget|check -P …: the two ends of the fixture that every test requires.
if(STEP STREQUAL "forget")
    file(REMOVE "${LOG}")
elseif(EXISTS "${LOG}")
    file(READ "${LOG}" refused)
    message(FATAL_ERROR "A test tried to leave this machine:\n${refused}")
endif()
