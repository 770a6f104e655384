import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, issue, PacketError } from "../../base/issue.ts"
import { madeOrRead } from "../../base/made.ts"
import type { FollowUpKind } from "../../editions/recipient/sent-request.ts"
import { readJournal } from "../../facts/journal/chain.ts"
import { DIRECTORY_FILE, type DirectoryReader, readDirectory } from "../../facts/legal/directory.ts"
import { type Found, findEntries } from "../../facts/legal/directory-find.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import type { FormAnswers } from "../../facts/officer/officer-form-questions.ts"
import { readOfficerFile } from "../../facts/officer/officer-form-read.ts"
import { loadRecipient } from "../../facts/recipients/recipient.ts"
import { followUp } from "../../flows/officer/follow-up.ts"
import { ask } from "../../flows/officer/question.ts"
import { blankQuestionText } from "../../flows/officer/question-blank.ts"
import { answeredForm } from "../../flows/officer/start.ts"
import { type OutFile, outFiles } from "../blob.ts"
import type { Handlers } from "./context.ts"
import { bytesOf } from "./folder.ts"

/** Whom to turn to: the directory, and the mails beside a request. */

/** The officer's answers, the file they are saved as, and the desk that is asked. */
export interface Asking {
    readonly answers: FormAnswers
    readonly form: string
    readonly recipient: string
}

/** A journal that was opened. */
export interface JournalFile {
    readonly name: string
    readonly file: Blob
}

/** Files of a mail, and what is said of them. */
export interface MailFiles {
    readonly files: readonly OutFile[]
    readonly issues: readonly Issue[]
}

export interface OutreachWork {
    /** Entries for a reader in which all the words stand; all of them without words. */
    findInDirectory(
        words: string,
        reader: DirectoryReader,
    ): Promise<{ readonly compiledOn: string; readonly entries: readonly Found[] }>
    /** The question about a desk's channel, with blanks for whoever asks. */
    blankQuestion(recipient: string): Promise<string>
    askDesk(asking: Asking, journal: JournalFile | undefined): Promise<MailFiles>
    followUp(kind: FollowUpKind, asking: Asking, journal: JournalFile): Promise<MailFiles>
}

export const outreachWork: Handlers<OutreachWork> = {
    async findInDirectory({ host }, words, reader) {
        const directory = madeOrRead(host, DIRECTORY_FILE, readDirectory)
        return { compiledOn: directory.compiledOn, entries: findEntries(directory, [words], reader) }
    },
    async blankQuestion({ host }, recipient) {
        return blankQuestionText(loadRecipient(host, recipient, [recipient]))
    },
    async askDesk({ host }, asking, journal) {
        const opened = journal === undefined ? undefined : await read(journal)
        const officer = officerOf(asking, host)
        const { outputs, issues } = ask(host, officer, asking.form, asking.recipient, opened)
        return { files: await outFiles(outputs), issues }
    },
    async followUp({ host }, kind, asking, journal) {
        const wanted = { recipient: asking.recipient }
        const made = followUp(host, kind, officerOf(asking, host), await read(journal), journal.name, wanted)
        return { files: await outFiles(made.outputs), issues: [] }
    },
}

/** The officer data as the command line would read them from the saved form. */
function officerOf({ answers, form, recipient }: Asking, host: Host): Officer {
    const { name, bytes } = answeredForm(host, answers, recipient, form)
    const { officer, issues } = readOfficerFile(name, bytes)
    if (officer === undefined) throw new PacketError(issues)
    return officer
}

async function read({ name, file }: JournalFile) {
    const journal = readJournal(await bytesOf(file), name)
    if (journal.entries.length === 0 || hasErrors(journal.issues))
        throw new PacketError([...journal.issues, issue("journal.file.not-journal", [name], { file: name })])
    return journal
}
