import type { ComponentChildren } from "preact"
import type { PaperKind } from "../../../flows/officer/paper-folders.ts"
import { DirectoryPage } from "../parts/directory.tsx"
import { Sheet } from "../parts/frame.tsx"
import { href, say, steps } from "../state.ts"
import { DecidePage } from "./decide.tsx"
import { DesksPage } from "./desks.tsx"
import { FirstPage } from "./first.tsx"
import { JournalPage } from "./journal.tsx"
import { MailsPage } from "./mails.tsx"
import { PacketPage } from "./packet.tsx"
import { PapersPage } from "./papers.tsx"
import { AnswerPage } from "./receive.tsx"
import { ScopePage } from "./scope.tsx"
import { SecondPage } from "./second.tsx"
import { SectionPage } from "./section.tsx"
import { StartPage } from "./start.tsx"
import { draft } from "./state.ts"
import { TasksPage } from "./tasks.tsx"
import * as words from "./words.ts"

/** The second door: its pages by place. */

const PAGES: Readonly<Record<string, (rest: readonly string[]) => ComponentChildren>> = {
    answer: () => <AnswerPage />,
    packet: () => <PacketPage />,
    decide: () => <DecidePage />,
    tasks: () => <TasksPage />,
    form: ([at = "0", key = ""]) => <SectionPage at={Number(at)} focus={decodeURIComponent(key)} />,
    papers: ([kind = "legal"]) => <PapersPage kind={isKind(kind) ? kind : "legal"} />,
    scope: () => <ScopePage />,
    first: () => <FirstPage />,
    second: ([key = ""]) => <SecondPage focus={decodeURIComponent(key)} />,
}

const isKind = (kind: string): kind is PaperKind => ["photos", "legal", "consent"].includes(kind)

export function OfficerDoor() {
    const [, page = "", ...rest] = steps.value
    if (page === "desks") return <DesksPage />
    if (page === "journal") return <JournalPage />
    if (page === "mails") return <MailsPage />
    if (page === "directory") return <DirectoryPage reader="police" back="/officer" />
    const shown = PAGES[page]
    if (page === "" || shown === undefined) return <StartPage />
    if (draft.value === undefined)
        return (
            <Sheet title={say(words.TITLE)} back="/officer">
                <p>{say(words.NO_DRAFT)}</p>
                <a class="btn" href={href("/officer")}>
                    {say(words.OPEN_DRAFT)}
                </a>
            </Sheet>
        )
    return <>{shown(rest)}</>
}
