# SPDX-License-Identifier: Apache-2.0
# Debian packages, made by `cpack` in the folder of a build: what each holds, needs and says of itself.
#   tieuchi           the program and the regulations
#   libtieuchi-cN     the library for C, to run with; N is the number in its SONAME
#   libtieuchi-dev    to build with, from C++ and C. The library for C++ is an archive there: its interface may change before 1.0, and two
#                     versions of an archive can be in one system.
get_target_property(soversion tieuchi_c SOVERSION)
set(runtime "libtieuchi-c${soversion}")

# Every package tells its licence where Debian looks for it.
foreach(package_and_component IN ITEMS "tieuchi:program" "${runtime}:c" "libtieuchi-dev:core")
    string(REPLACE ":" ";" package_and_component "${package_and_component}")
    list(GET package_and_component 0 package)
    list(GET package_and_component 1 component)
    install(FILES "${PROJECT_SOURCE_DIR}/cmake/debian_copyright" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/${package}" RENAME copyright
        COMPONENT ${component})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tieuchi)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "scores and classifies by the written criteria of a regulation")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
# Who distributes the packages gives a name that can be written to: cpack -D CPACK_PACKAGE_CONTACT="Name <address>".
set(CPACK_PACKAGE_CONTACT "The developers of tieuchi <nobody@tieuchi.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program rules c core c_dev)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME tieuchi)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION misc)
set(CPACK_COMPONENT_PROGRAM_GROUP program)
set(CPACK_COMPONENT_RULES_GROUP program)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "The program for the command line, and the regulations in /usr/share/tieuchi.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${runtime})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_C_GROUP runtime)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "What programs need to run that use tieuchi by its interface for C.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libtieuchi-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "${runtime} (= ${PROJECT_VERSION}-1), libboost1.81-dev, libboost-json1.81-dev, libhwy-dev, libspdlog-dev, libutf8proc-dev")
set(CPACK_COMPONENT_CORE_GROUP development)
set(CPACK_COMPONENT_C_DEV_GROUP development)
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "Headers, the library for C++, and what CMake and pkg-config need
to find them and the library for C.")

include(CPack)
