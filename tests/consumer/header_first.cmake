# SPDX-License-Identifier: Apache-2.0
# Compiles the host's two sources with nothing but a compiler, an include folder and utf8proc, and runs the result.
file(MAKE_DIRECTORY "${WORK}")
execute_process(COMMAND ${COMPILER} -std=c++20 -DTIEUCHI_IN_THIS_SOURCE -I${INCLUDE} -c "${SOURCES}/main.cpp" -o main.o
    WORKING_DIRECTORY "${WORK}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${COMPILER} -std=c++20 -I${INCLUDE} -c "${SOURCES}/other.cpp" -o other.o
    WORKING_DIRECTORY "${WORK}" COMMAND_ERROR_IS_FATAL ANY)
list(POP_BACK COMPILER linker)
execute_process(COMMAND ${linker} main.o other.o -lutf8proc -o host WORKING_DIRECTORY "${WORK}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${WORK}/host" COMMAND_ERROR_IS_FATAL ANY)
