# SPDX-License-Identifier: Apache-2.0
# Builds sources with nothing but a compiler and what pkg-config says of PACKAGE, and runs the program in the folder ROOT.
set(ENV{PKG_CONFIG_PATH} "${PREFIX}/lib/pkgconfig")
execute_process(COMMAND pkg-config --cflags --libs ${PACKAGE} OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND pkg-config --variable=libdir ${PACKAGE} OUTPUT_VARIABLE libdir OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags)
file(MAKE_DIRECTORY "${WORK}")
execute_process(COMMAND ${COMPILER} -Wall -Wextra -Werror ${SOURCES} ${flags} -Wl,-rpath,${libdir} -o "${WORK}/program"
    COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${WORK}/program" WORKING_DIRECTORY "${ROOT}" OUTPUT_VARIABLE told COMMAND_ERROR_IS_FATAL ANY)
if(NOT told MATCHES "${SAYS}")
    message(FATAL_ERROR "the program says: ${told}")
endif()
