#include "app/usage.h"

namespace tenfold {

QString usage()
{
    return QStringLiteral(
        R"(Tenfold lets a room of people see concurrency: ten patterns, measured and drawn live.

tenfold [RECORDING|FOLDER]                open the window; a folder of recordings is presented, by name
tenfold list [--json]                     the patterns and scenarios
tenfold run PATTERN/SCENARIO [options]    carry out a scenario with no display
    --variant ID        a way to do it, may be repeated; else all that are not mistakes
    --preset ID         default, chapter or quick
    --set ID=VALUE      a parameter, may be repeated; ID=@FILE reads text from a file, ID=@@TEXT is a text
                        that begins with @; passwords in URLs are shown as *** wherever anything is written
    --workers N         the same as --set workers=N
    --repeat K          carry out each variant K times; the median counts
    --seed N            other data, another result
    --json FILE|-       write the whole result, - is standard output
    --csv FILE|-        write a row per variant and repeat
    --trace FILE        write Chrome trace JSON, which Perfetto and speedscope open
    --chart [FIGURE:]FILE          the elapsed times, a view of the scenario by its id, "time", "page" for the
                                   whole page, "page:VIEW" with that view in it (.png, .svg, .pdf; .webp or
                                   .gif: the replay of the run, animated)
    --timeline [VARIANT:]FILE      what every worker did, in the same formats
    --at SECONDS        pictures show this instant of the run; past its end, the end
    --length SECONDS    from the start to the end of an animation, 0.5 to 60; else the run's own time, but
                        2 to 12; the end stays for two more
    --scale N           pixels of these pictures and animations per pixel of --size, 1 to 4
    --text-size PERCENT            of the text in these pictures, 50 to 300
    --foot on|off       whether the command that makes them stands at their foot
    --shot FILE.png     the whole window after the run
    --save FILE         write the recording, of which show makes all of these
    --against FILE      the recording of another run of it: drawn behind it, and what differs is said
tenfold sweep PATTERN/SCENARIO --over PARAMETER --values N,N,... [options]
                        the variants' seconds over the values of a whole number; speed-up is against the
                        sequential reference at the same value. Takes --variant, --preset, --set, --workers,
                        --repeat, --seed, --json FILE|-, --save, --text-size and --foot as run does
    --chart FILE        the curves (.png, .svg, .pdf)
tenfold show FILE [options]               what run and sweep write, of a recording: nothing is run. Takes --json,
                        --csv, --trace, --chart, --timeline, --at, --length, --scale, --shot, --against,
                        --text-size and --foot
tenfold report DIR [--pattern ID]...      write DIR/index.html: pictures, numbers, explanations
tenfold --help, tenfold --version

run, sweep, show and report also take --lang en|ja and --theme light|dark, all but report --size WIDTHxHEIGHT.

Exit status: 0 every variant that is not a mistake gave the same result; 1 one did not, or a file could not
be written; 2 bad usage, a file that is sure not to be writable, or no display for the window; 130 stopped by
Ctrl+C.)");
}

} // namespace tenfold
