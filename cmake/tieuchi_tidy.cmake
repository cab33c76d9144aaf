# SPDX-License-Identifier: Apache-2.0
# The target `tidy`: clang-tidy over our own translation units, without building anything. They are read in groups, as this preset
# would compile them.
#
# Left out: the grammar, where nearly all of what it would read is expanded Boost.Spirit, at minutes a file; and tests and
# benchmarks, which are mostly the macros of their frameworks.

find_program(TIEUCHI_RUN_CLANG_TIDY NAMES run-clang-tidy run-clang-tidy-14)
mark_as_advanced(TIEUCHI_RUN_CLANG_TIDY)
if(TIEUCHI_RUN_CLANG_TIDY AND CMAKE_UNITY_BUILD)
    cmake_host_system_information(RESULT cores QUERY NUMBER_OF_LOGICAL_CORES)
    # The compile commands are written for GCC; some of its warning options are unknown to Clang.
    add_custom_target(tidy
        COMMAND ${TIEUCHI_RUN_CLANG_TIDY} -quiet -j ${cores} -p "${PROJECT_BINARY_DIR}"
            -extra-arg=-Wno-unknown-warning-option "/(src|cli|bindings/c)/CMakeFiles/.*/unity"
        COMMENT "clang-tidy"
        USES_TERMINAL
        VERBATIM)
endif()
