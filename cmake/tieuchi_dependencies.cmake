# SPDX-License-Identifier: Apache-2.0
# What the library itself stands on. The command line, the tests and the benchmarks find their own.

set(TIEUCHI_BOOST_VERSION 1.81)
find_package(Boost ${TIEUCHI_BOOST_VERSION} CONFIG REQUIRED COMPONENTS json)
find_package(spdlog CONFIG REQUIRED)
find_package(hwy CONFIG REQUIRED)
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
find_package(utf8proc MODULE REQUIRED)
