# SPDX-License-Identifier: Apache-2.0
# How our own code is compiled. Nothing here reaches a consumer.

find_program(TIEUCHI_CCACHE ccache)
mark_as_advanced(TIEUCHI_CCACHE)
if(PROJECT_IS_TOP_LEVEL AND TIEUCHI_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${TIEUCHI_CCACHE}")
endif()

add_library(tieuchi_compiler INTERFACE)
target_compile_features(tieuchi_compiler INTERFACE cxx_std_20)
if(TIEUCHI_DEVELOPER)
    # -Wshadow=local: plain -Wshadow makes GCC complain of enumerators and members named like a type (`fact_type::date`), which hide
    # nothing.
    target_compile_options(tieuchi_compiler INTERFACE
        -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch-enum
        -Werror
        $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>)
    # GCC 12 sees overlapping copies in std::string that cannot be (GCC bug 105651), at -O2 and above.
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        target_compile_options(tieuchi_compiler INTERFACE -Wno-restrict)
    endif()
    # GCC's own documentation warns of this one's false alarms in instrumented code; it finds them in <regex>.
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_FLAGS MATCHES "-fsanitize")
        target_compile_options(tieuchi_compiler INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()

# Gives `target` the settings of our own code.
function(tieuchi_own target)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:tieuchi_compiler>)
    set_target_properties(${target} PROPERTIES
        CXX_EXTENSIONS OFF
        CXX_VISIBILITY_PRESET hidden
        VISIBILITY_INLINES_HIDDEN ON)
endfunction()
