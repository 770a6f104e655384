import type { Issue } from "../../base/issue.ts"
import { hasErrors, PacketError } from "../../base/issue.ts"
import type { Lang } from "../../base/lang.ts"
import { chartedSoFar } from "../../facts/case/charted.ts"
import { readCaseFiles, YAML_FILE } from "../../facts/case/form/case-files.ts"
import { settle } from "../../facts/case/form/settle.ts"
import { WORKBOOK_FILE } from "../../facts/case/form/sheet-words.data.ts"
import { type ShownAnswer, shownAnswers } from "../../facts/case/form/show.ts"
import { printWorkbook } from "../../facts/case/form/workbook-write.ts"
import { printCaseYaml } from "../../facts/case/form/yaml-write.ts"
import { DESCRIPTION_FILE, type Description, printDescriptions } from "../../facts/evidence/descriptions.ts"
import type { LockEntry } from "../../facts/evidence/lock.ts"
import { readDescriptions, undescribed } from "../../facts/evidence/read-descriptions.ts"
import { drawScreens, drawTimeline } from "../../flows/print/charts.ts"
import { lackingAtHand, letteringOf } from "../../flows/print/compose.ts"
import { previewOf } from "../../flows/print/preview.ts"
import { buildDraft } from "../../flows/victim/build.ts"
import { openWorkFile } from "../../flows/victim/case-folder.ts"
import { checkCase, readLock } from "../../flows/victim/check.ts"
import { firstSteps, type Step } from "../../flows/victim/first-steps.ts"
import { openForms } from "../../flows/victim/forms.ts"
import { register } from "../../flows/victim/register.ts"
import { removeFiles } from "../../flows/victim/remove.ts"
import { formSetting, proposeRef, startWorkbook } from "../../flows/victim/start.ts"
import type { Drawing, Lettering } from "../../typeset/drawing/drawing.ts"
import { blobSource, type OutFile, outFiles, plain, zipAsBlob } from "../blob.ts"
import type { FolderFile, KeyFile, Moment } from "../given.ts"
import { type DrawnChart, drawnChart } from "./chart.ts"
import type { Handlers } from "./context.ts"
import { caseFilesOf, caseFolder, recordsOf } from "./folder.ts"
import { signerOf } from "./keys.ts"
import { inBrowser } from "./zip.ts"

/** A case folder as the page works with it. */
export interface OpenedCase {
    /** Of which file the answers are, by its name. */
    readonly form: string
    /** Forms that are written when answers change: the one that was filled in, or both where they agree. */
    readonly forms: readonly string[]
    readonly answers: unknown
    readonly entries: readonly LockEntry[]
    readonly descriptions: readonly Description[]
    readonly folders: readonly Description[]
    /** What could not be read; nothing is changed in a folder with errors. */
    readonly issues: readonly Issue[]
}

export interface CheckedFolder {
    readonly issues: readonly Issue[]
    /** In each language: the page may be read in another one later. */
    readonly answers: Readonly<Record<Lang, readonly ShownAnswer[]>>
}

export interface BuiltDraft {
    readonly outputs: readonly OutFile[]
    /** Files of the case folder that change. */
    readonly remembered: readonly OutFile[]
    readonly checkCode: string
    readonly sha256: string
    readonly sizeBytes: number
    readonly fileCount: number
    readonly issues: readonly Issue[]
}

export interface DrawnCharts {
    readonly timeline?: DrawnChart
    readonly screens?: DrawnChart
}

export interface CaseWork {
    /** The form of a new case. */
    startCase(moment: Moment, random: Uint8Array, lang: Lang): Promise<readonly OutFile[]>
    openCase(files: readonly FolderFile[]): Promise<OpenedCase>
    /** The files of a working file; those that are stored stay windows into it. */
    unpackCase(zip: Blob, name: string): Promise<readonly FolderFile[]>
    /** What is wrong with the answers by themselves. */
    checkAnswers(answers: unknown, lang: Lang): Promise<readonly Issue[]>
    /** The charts that the documents will have, of answers as far as they are right. */
    drawCharts(answers: unknown): Promise<DrawnCharts>
    /** What to do at once, in steps. */
    firstSteps(moment: Moment): Promise<readonly Step[]>
    /** The forms with other answers. */
    writeAnswers(answers: unknown, forms: readonly string[], lang: Lang): Promise<readonly OutFile[]>
    writeDescriptions(
        files: readonly FolderFile[],
        own: readonly Description[],
        folders: readonly Description[],
    ): Promise<OutFile>
    checkCase(files: readonly FolderFile[], moment: Moment): Promise<CheckedFolder>
    /** A picture that the browser does not show, as a JPEG; undefined where it cannot be decoded. */
    pictureToShow(picture: Blob, orientation: number): Promise<Blob | undefined>
    registerFiles(
        files: readonly FolderFile[],
        moment: Moment,
    ): Promise<{
        readonly outputs: readonly OutFile[]
        readonly added: readonly LockEntry[]
        readonly issues: readonly Issue[]
    }>
    /** What of a case changes when files are taken out of it; `files` is the folder without them. */
    removeFiles(files: readonly FolderFile[], labels: readonly string[]): Promise<readonly OutFile[]>
    buildDraft(files: readonly FolderFile[], key: KeyFile | undefined, moment: Moment): Promise<BuiltDraft>
}

export const caseWork: Handlers<CaseWork> = {
    async startCase({ host }, { now }, random, lang) {
        return outFiles([startWorkbook(host, proposeRef(now, random), now, lang)])
    },
    async openCase(_, files) {
        const { form, forms, issues } = openForms(await caseFilesOf(files))
        const { lock, described } = await recordedOf(files)
        return {
            form: form?.file ?? WORKBOOK_FILE,
            forms,
            answers: form?.answers,
            entries: lock.lock.entries,
            descriptions: described.typed.files,
            folders: described.typed.folders,
            issues: [...issues, ...lock.issues, ...described.issues.filter(({ severity }) => severity === "error")],
        }
    },
    async unpackCase(_, zip, name) {
        return inBrowser(zip, await openWorkFile(blobSource(zip), name))
    },
    async checkAnswers({ host }, answers, lang) {
        const workbook = printWorkbook(settle(answers), formSetting(host, lang))
        return readCaseFiles({ workbook }, lackingAtHand(host).lacking).issues
    },
    async drawCharts({ host }, answers) {
        const facts = chartedSoFar(answers)
        const lettering = letteringOf(host)
        return {
            ...drawn("timeline", drawTimeline(facts, lettering), lettering),
            ...drawn("screens", drawScreens(facts, lettering), lettering),
        }
    },
    async firstSteps({ host }, { now }) {
        return firstSteps(host, now)
    },
    async writeAnswers({ host }, typed, forms, lang) {
        const setting = formSetting(host, lang)
        const answers = settle(typed)
        return forms.map((path) => {
            const bytes = path === YAML_FILE ? printCaseYaml(answers, setting) : printWorkbook(answers, setting)
            return { path, blob: new Blob([plain(bytes)]), role: "form" as const }
        })
    },
    async writeDescriptions(_, files, own, folders) {
        const { lock } = await recordedOf(files)
        const bytes = printDescriptions(lock.lock.entries, own, folders)
        return { path: DESCRIPTION_FILE, blob: new Blob([plain(bytes)]), role: "form" as const }
    },
    async checkCase({ host, phase }, files, moment) {
        phase("reading")
        const { issues, form } = await checkCase(await caseFolder(files, moment), host)
        const shown = (lang: Lang): readonly ShownAnswer[] => (form === undefined ? [] : shownAnswers(form, lang))
        return { issues, answers: { "zh-CN": shown("zh-CN"), en: shown("en") } }
    },
    async pictureToShow({ host }, picture, orientation) {
        const shown = await previewOf(new Uint8Array(await picture.arrayBuffer()), orientation, host)
        return shown === undefined ? undefined : new Blob([plain(shown)], { type: "image/jpeg" })
    },
    async registerFiles({ host, phase }, files, moment) {
        phase("reading")
        const { outputs, added, issues } = await register(await recordsOf(files, moment), host, moment.now)
        return { outputs: await outFiles(outputs), added, issues }
    },
    async removeFiles(_, files, labels) {
        return outFiles(removeFiles(await recordsOf(files, { offsetMinutes: 0 }), labels).outputs)
    },
    async buildDraft({ host, phase }, files, key, moment) {
        phase("reading")
        const signer = await signerOf(key)
        const checked = await checkCase(await caseFolder(files, moment), host)
        const { loaded } = checked
        if (loaded === undefined || hasErrors(checked.issues)) throw new PacketError(checked.issues)
        phase("documents")
        const zip = zipAsBlob(host.sha256, () => phase("packing"))
        const draft = await buildDraft({ ...checked, loaded }, host, signer, zip)
        const { sha256, sizeBytes, fileCount } = draft.packet
        return {
            outputs: await outFiles(draft.outputs),
            remembered: await outFiles(draft.remembered),
            checkCode: draft.checkCode,
            ...{ sha256, sizeBytes, fileCount },
            issues: [...checked.issues, ...draft.issues],
        }
    },
}

function drawn(name: keyof DrawnCharts, drawing: Drawing | undefined, lettering: Lettering): DrawnCharts {
    return drawing === undefined ? {} : { [name]: drawnChart(drawing, lettering) }
}

/** Record and descriptions of the files of a case. */
async function recordedOf(files: readonly FolderFile[]) {
    const records = await recordsOf(files, { offsetMinutes: 0 })
    const lock = readLock(records.lock)
    const sheet = records.descriptions
    return { lock, described: sheet === undefined ? undescribed(lock.lock) : readDescriptions(sheet, lock.lock) }
}
