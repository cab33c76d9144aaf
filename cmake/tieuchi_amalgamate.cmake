# SPDX-License-Identifier: Apache-2.0
# Writes <tieuchi/src.hpp>, the library in one file: what `BEGINNING` says, then each of `SOURCES`, with our private headers where they
# are first included. Run by `cmake -P`, so that who builds the library needs nothing but CMake.
#   ROOT: the folder that sources and private headers are named from. OUTPUT: the file to write.

set_property(GLOBAL PROPERTY text "")

function(append_text text)
    set_property(GLOBAL APPEND_STRING PROPERTY text "${text}")
endfunction()

function(append_file name)
    get_property(there GLOBAL PROPERTY "is there: ${name}")
    if(there AND NOT name MATCHES "[.]inc$") # a table, which is read more than once
        return()
    endif()
    set_property(GLOBAL PROPERTY "is there: ${name}" TRUE)

    file(READ "${ROOT}/${name}" rest)
    string(REGEX REPLACE "^// SPDX[^\n]*\n" "" rest "${rest}")
    string(REPLACE "/// \\file\n" "" rest "${rest}")
    string(REPLACE "\n#pragma once\n" "\n" rest "${rest}")
    append_text("\n// ${name}\n")
    while(rest MATCHES "(^|\n)#include \"([^\"]+)\"[^\n]*\n")
        set(line "${CMAKE_MATCH_0}")
        set(included "${CMAKE_MATCH_2}")
        string(FIND "${rest}" "${line}" begin)
        string(SUBSTRING "${rest}" 0 ${begin} before)
        append_text("${before}\n")
        append_file("${included}")
        string(LENGTH "${line}" length)
        math(EXPR end "${begin} + ${length} - 1") # the line's own end begins the next one
        string(SUBSTRING "${rest}" ${end} -1 rest)
    endwhile()
    append_text("${rest}")
endfunction()

file(READ "${BEGINNING}" beginning)
append_text("${beginning}")
foreach(source IN LISTS SOURCES)
    append_file("${source}")
endforeach()
get_property(text GLOBAL PROPERTY text)
file(WRITE "${OUTPUT}" "${text}")
