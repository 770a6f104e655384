import type { Issue } from "../../base/issue.ts"
import type { Lang, Words } from "../../base/lang.ts"
import { output } from "../../base/output.ts"
import { readJournal } from "../../facts/journal/chain.ts"
import { type DeskToChoose, desksToChoose } from "../../facts/recipients/desk-of-case.ts"
import { type FoundDesk, newProfile } from "../../facts/recipients/new-profile.ts"
import { findDesk } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { channelSaid, channelsIn } from "../../flows/officer/channels.ts"
import { absentSections, type DeskSection, profileSections } from "../../flows/officer/desk-profile.ts"
import { deskTexts } from "../../flows/officer/desk-texts.ts"
import { ageLines, deskRows, rowLines } from "../../flows/officer/desks.ts"
import { type OutFile, outFiles } from "../blob.ts"
import { type FolderFile, type Moment, nameOf } from "../given.ts"
import type { Handlers } from "./context.ts"
import { bytesOf } from "./folder.ts"

/** What is known of a desk, in the words of the command line. */
export interface DeskDescribed {
    readonly id: string
    readonly name: Recipient["name"]
    readonly isFound: boolean
    readonly said: Readonly<
        Record<Lang, { readonly lines: readonly string[]; readonly sections: readonly DeskSection[] }>
    >
}

export interface DesksWork {
    /**
     * What is known of all desks, as `recipients` prints it. `channels` is the journal of accounts, if it was given; ages
     * go by the day of the moment.
     */
    describeDesks(
        channels: FolderFile | undefined,
        moment: Moment,
    ): Promise<{ readonly desks: readonly DeskDescribed[]; readonly legend: Words; readonly issues: readonly Issue[] }>
    /** The profile of a desk whose channel somebody found, as a file. */
    newProfile(found: FoundDesk, moment: Moment): Promise<OutFile>
    /** Those that a case may name. */
    desksToChoose(): Promise<readonly DeskToChoose[]>
}

export const desksWork: Handlers<DesksWork> = {
    async describeDesks({ host }, file, { now }) {
        const today = now.slice(0, 10)
        const journal = file === undefined ? undefined : readJournal(await bytesOf(file.blob), nameOf(file))
        const channels = journal === undefined ? undefined : channelsIn(journal.entries, host.recipients)
        const { rows, issues } = deskRows(host, today)
        const desks = rows.map((row): DeskDescribed => {
            const { recipient, absent } = findDesk(host, row.id, [])
            const own = channels?.find((one) => one.recipient === row.id)
            const inLang = (lang: Lang): DeskDescribed["said"][Lang] => ({
                // Why one cannot be asked is its first section.
                lines: row.found
                    ? rowLines(row, lang, channels === undefined ? undefined : channelSaid(own, lang))
                    : [],
                sections: [
                    ...(recipient === undefined ? [] : profileSections(recipient, lang)),
                    ...(absent === undefined ? [] : absentSections(absent, lang)),
                    ...(recipient === undefined
                        ? []
                        : [{ head: deskTexts[lang].heads.age, lines: ageLines(recipient, lang, today) }]),
                ],
            })
            return {
                ...{ id: row.id, name: row.name, isFound: row.found },
                said: { "zh-CN": inLang("zh-CN"), en: inLang("en") },
            }
        })
        const legend = { "zh-CN": deskTexts["zh-CN"].legend, en: deskTexts.en.legend }
        return { desks, legend, issues: [...issues, ...(journal?.issues ?? [])] }
    },
    async newProfile(_, found, { now }) {
        const bytes = newProfile(found, now.slice(0, 10))
        const [file] = await outFiles([output("form", `${found.id}.yaml`, bytes)])
        if (file === undefined) throw new Error("no file")
        return file
    },
    async desksToChoose({ host }) {
        return desksToChoose(host)
    },
}
