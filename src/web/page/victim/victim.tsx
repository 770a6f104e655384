import { useEffect } from "preact/hooks"
import { DIRECTORY, DIRECTORY_WHAT, DirectoryPage } from "../parts/directory.tsx"
import { FileDrop } from "../parts/files.tsx"
import { Sheet } from "../parts/frame.tsx"
import { go, href, say, steps } from "../state.ts"
import { folder, newCase } from "./case.ts"
import { CheckPage } from "./check.tsx"
import { EvidencePage } from "./evidence.tsx"
import { ExportPage } from "./exports/file.tsx"
import { ExportsPage } from "./exports/files.tsx"
import { LedgerPage } from "./exports/result.tsx"
import { RowsPage } from "./exports/rows.tsx"
import { FilePage } from "./file.tsx"
import { FoundKept } from "./keep.tsx"
import { EntryPage, ListPage, TablePage } from "./list.tsx"
import { MakePage } from "./make.tsx"
import { loadSteps, NowPage } from "./now.tsx"
import { TASKS } from "./places.ts"
import { SectionPage } from "./section.tsx"
import { TasksPage } from "./tasks.tsx"
import { Trouble } from "./trouble.tsx"
import * as words from "./words.ts"
import { openWork } from "./work-file.ts"

/** The first door. */
export function VictimDoor() {
    const [, page, first = "", second, third] = steps.value
    useEffect(() => {
        loadSteps()
    }, [])
    if (page === "now") return <NowPage />
    if (page === "directory") return <DirectoryPage reader="victim" back="/victim" />
    if (folder.value === undefined || page === undefined) return <StartPage />
    switch (page) {
        case "s":
            return <SectionPage key={first} index={Number(first)} target={second} />
        case "l":
            return second === undefined ? (
                <ListPage key={first} path={first} />
            ) : (
                <EntryPage key={`${first} ${second}`} path={first} index={Number(second)} target={third} />
            )
        case "t":
            return <TablePage index={Number(first)} />
        case "evidence":
            return <EvidencePage />
        case "e":
            return <FilePage label={first} target={second} />
        case "exports":
            return <ExportsPage />
        case "x":
            return <ExportPage key={first} label={decodeURIComponent(first)} />
        case "r":
            return <RowsPage key={first} label={decodeURIComponent(first)} />
        case "ledger":
            return <LedgerPage />
        case "check":
            return <CheckPage />
        case "make":
            return <MakePage />
        default:
            return <TasksPage />
    }
}

function StartPage() {
    return (
        <Sheet title={say(words.START)} back="/">
            <Trouble />
            <p>{say(words.START_TEXT)}</p>
            <div class="limits">{say(words.NEVER)}</div>
            <div class="pick">
                <a class="btn" href={href("/victim/now")}>
                    {say(words.NOW)}
                </a>
                {folder.value === undefined ? (
                    <button
                        type="button"
                        class="btn q"
                        onClick={async () => {
                            if (await newCase()) go(TASKS)
                        }}
                    >
                        {say(words.NEW)}
                    </button>
                ) : (
                    <a class="btn q" href={href(TASKS)}>
                        {say(words.TASKS)}
                    </a>
                )}
            </div>
            <FoundKept />
            <FileDrop id="open-work" label={say(words.OPEN)} folder onFiles={(files) => openWork(files)} />
            <p>
                <a href={href("/victim/directory")}>{say(DIRECTORY)}</a>
                <span class="soft"> {say(DIRECTORY_WHAT)}</span>
            </p>
        </Sheet>
    )
}
