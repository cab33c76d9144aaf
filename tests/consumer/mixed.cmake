# SPDX-License-Identifier: Apache-2.0
# A source that takes the library from <tieuchi/src.hpp> does not link with the installed one: the two are of different namespaces.
file(MAKE_DIRECTORY "${WORK}")
file(GLOB_RECURSE library "${PREFIX}/libtieuchi.*")
if(NOT library)
    message(FATAL_ERROR "there is no library in ${PREFIX}")
endif()
execute_process(COMMAND ${COMPILER} -std=c++20 -I${PREFIX}/include "${SOURCE}" ${library} -o mixed
    WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE failed ERROR_VARIABLE message)
if(NOT failed)
    message(FATAL_ERROR "it was linked")
endif()
if(NOT message MATCHES "tieuchi::v[0-9]+_[0-9]+_source::")
    message(FATAL_ERROR "it was not linked for another reason:\n${message}")
endif()
