# SPDX-License-Identifier: Apache-2.0
# Builds the example for C with a plain compiler and pkg-config, and runs it where the examples are.
set(ENV{PKG_CONFIG_PATH} "${PREFIX}/lib/pkgconfig")
execute_process(COMMAND pkg-config --cflags --libs tieuchi-c OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND pkg-config --variable=libdir tieuchi-c OUTPUT_VARIABLE libdir OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags)
file(MAKE_DIRECTORY "${WORK}")
execute_process(COMMAND ${COMPILER} -std=c99 -Wall -Wextra -Werror "${ROOT}/examples/embed/c/drills.c" ${flags} -Wl,-rpath,${libdir}
    -o "${WORK}/drills" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${WORK}/drills" WORKING_DIRECTORY "${ROOT}" OUTPUT_VARIABLE told COMMAND_ERROR_IS_FATAL ANY)
if(NOT told MATCHES "17 of 25: not_met\n$")
    message(FATAL_ERROR "the example says: ${told}")
endif()
