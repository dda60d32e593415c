# tenfold_scenario(<pattern> <id>) compiles core/patterns/<pattern>/<id>.cpp into the core library, registers the
# scenario in the order of the calls and embeds its source for the code panel.
#
# The file defines  tenfold::Scenario tenfold::patterns::<pattern>::<id>::scenario()  with '-' written as '_'.
set_property(GLOBAL PROPERTY TENFOLD_SCENARIOS "")

function(tenfold_scenario pattern id)
    set_property(GLOBAL APPEND PROPERTY TENFOLD_SCENARIOS "${pattern}/${id}")
endfunction()

function(tenfold_register_scenarios target)
    get_property(scenarios GLOBAL PROPERTY TENFOLD_SCENARIOS)
    set(declarations "")
    set(entries "")
    set(sources "")
    foreach(scenario IN LISTS scenarios)
        set(file patterns/${scenario}.cpp)
        string(REPLACE "-" "_" name ${scenario})
        string(REPLACE "/" "::" namespace ${name})
        string(APPEND declarations "namespace tenfold::patterns::${namespace} { Scenario scenario(); }\n")
        string(APPEND entries "    {\"${scenario}\", &patterns::${namespace}::scenario},\n")
        list(APPEND sources ${file})
    endforeach()
    configure_file(${PROJECT_SOURCE_DIR}/cmake/scenarios.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/scenarios.cpp @ONLY)
    target_sources(${target} PRIVATE ${sources} ${CMAKE_CURRENT_BINARY_DIR}/scenarios.cpp)
    # One at a time: a person who writes one waits for that one.
    set_source_files_properties(${sources} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    qt_add_resources(${target} scenario_sources PREFIX /source BASE patterns FILES ${sources})
endfunction()
