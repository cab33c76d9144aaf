# SPDX-License-Identifier: Apache-2.0
# What is installed, by components: core and c_dev (to build with), c (to run with), program, rules. tieuchi_package.cmake makes packages of them.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/tieuchi")

# A file for pkg-config finds the rest from where it stands, so that what is installed may be moved.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}" OUTPUT_VARIABLE libdir_below_prefix)
string(REGEX REPLACE "[^/]+" ".." up_from_libdir "${libdir_below_prefix}")
function(tieuchi_install_pkg_config name component)
    configure_file("${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in" "${PROJECT_BINARY_DIR}/${name}.pc" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/${name}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT ${component})
endfunction()

# For C++.
install(TARGETS tieuchi tieuchi_headers EXPORT tieuchi
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT core
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT core
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT tieuchi NAMESPACE tieuchi:: FILE tieuchi-targets.cmake DESTINATION "${package_dir}" COMPONENT core)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/tieuchi" "${PROJECT_BINARY_DIR}/include/tieuchi" # the latter has src.hpp
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT core)
# Who links an archive must link what is in it; a shared library brings that itself.
set(own_libraries "-lboost_json")
set(pc_private "")
set(pc_shared "")
if(BUILD_SHARED_LIBS)
    set(pc_private ".private")
    set(pc_shared " -DTIEUCHI_SHARED")
endif()
tieuchi_install_pkg_config(tieuchi core)
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/tieuchi-config.cmake.in" "${PROJECT_BINARY_DIR}/tieuchi-config.cmake"
    INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tieuchi-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_SOURCE_DIR}/cmake/Findutf8proc.cmake" DESTINATION "${package_dir}" COMPONENT core)
foreach(component IN ITEMS core c_dev) # whichever of them is installed alone is found
    install(FILES "${PROJECT_BINARY_DIR}/tieuchi-config.cmake" "${PROJECT_BINARY_DIR}/tieuchi-config-version.cmake"
        DESTINATION "${package_dir}" COMPONENT ${component})
endforeach()

# For C.
if(TIEUCHI_C)
    install(TARGETS tieuchi_c EXPORT tieuchi-c
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT c NAMELINK_COMPONENT c_dev
        INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
    install(EXPORT tieuchi-c NAMESPACE tieuchi:: FILE tieuchi-c-targets.cmake DESTINATION "${package_dir}" COMPONENT c_dev)
    install(FILES "${PROJECT_SOURCE_DIR}/bindings/c/tieuchi.h" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT c_dev)
    tieuchi_install_pkg_config(tieuchi-c c_dev)
endif()

# The program; a build can run it as tieuchi::program, to make headers from rules.
if(TIEUCHI_CLI)
    install(TARGETS tieuchi_cli EXPORT tieuchi-program RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
    install(EXPORT tieuchi-program NAMESPACE tieuchi:: FILE tieuchi-program-targets.cmake DESTINATION "${package_dir}"
        COMPONENT program)
endif()

# The regulations.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/dsl/vn" DESTINATION "${CMAKE_INSTALL_DATADIR}/tieuchi" COMPONENT rules
    FILES_MATCHING PATTERN "*.tieuchi")
