# SPDX-License-Identifier: Apache-2.0
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/tieuchi")

install(TARGETS tieuchi tieuchi_headers EXPORT tieuchi
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT tieuchi NAMESPACE tieuchi:: FILE tieuchi-targets.cmake DESTINATION "${package_dir}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/tieuchi" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
if(TIEUCHI_CLI)
    install(TARGETS tieuchi_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

if(TIEUCHI_C)
    install(TARGETS tieuchi_c EXPORT tieuchi-c LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT c NAMELINK_COMPONENT c_dev
        INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
    install(FILES "${PROJECT_SOURCE_DIR}/bindings/c/tieuchi.h" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT c_dev)
    install(EXPORT tieuchi-c NAMESPACE tieuchi:: FILE tieuchi-c-targets.cmake DESTINATION "${package_dir}" COMPONENT c_dev)
    # Found from where the file stands, so that what is installed may be moved.
    cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}" OUTPUT_VARIABLE libdir_below_prefix)
    string(REGEX REPLACE "[^/]+" ".." up_from_libdir "${libdir_below_prefix}")
    configure_file("${PROJECT_SOURCE_DIR}/cmake/tieuchi-c.pc.in" "${PROJECT_BINARY_DIR}/tieuchi-c.pc" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/tieuchi-c.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT c_dev)
endif()
# The regulations.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/dsl/vn" DESTINATION "${CMAKE_INSTALL_DATADIR}/tieuchi" FILES_MATCHING PATTERN "*.tieuchi")

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/tieuchi-config.cmake.in" "${PROJECT_BINARY_DIR}/tieuchi-config.cmake"
    INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tieuchi-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/tieuchi-config.cmake" "${PROJECT_BINARY_DIR}/tieuchi-config-version.cmake"
    DESTINATION "${package_dir}")
