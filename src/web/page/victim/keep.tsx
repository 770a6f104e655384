import { useEffect } from "preact/hooks"
import { go, pair, say } from "../state.ts"
import { isOn, keptAt, lookForKept, openKept, trouble, turnOff, turnOn } from "./autosave.ts"
import { TASKS } from "./places.ts"
import { mayLeaveCase } from "./work-file.ts"

/** Keeping the case in the browser: asked for, said what it means, and deleted. */

const TITLE = pair("自动保存在这台电脑的浏览器里", "Keep it in the browser of this computer")
const TEXT = pair(
    "默认不开。开了以后，关掉页面再打开还能接着做；但是用这台电脑、这个浏览器的别人，和这个浏览器打开的别的本地网页，也能看到您的材料。公用电脑不要开；无痕（隐私）窗口一关，存的也没有了。",
    "Off as a rule. With it on you can go on after closing the page; but whoever else uses this computer and browser, and other local pages opened in it, can see it too. Not on a shared computer; a private window keeps nothing once it is closed.",
)
const ON = pair("开启自动保存", "Keep it here")
const OFF = pair("关闭，并删除保存的内容", "Stop, and delete what was kept")
const KEPT = (at: string) => pair(`已自动保存，${at}`, `kept at ${at}`)
const FOUND = (at: string) => pair(`这台电脑上有自动保存的材料（${at}）`, `A case is kept on this computer (${at})`)
const GO_ON = pair("接着做", "Go on with it")
const DELETE = pair("删除", "Delete it")
const DELETE_SURE = pair(
    "确定删除吗？没有另外保存工作文件的，删了就找不回来。",
    "Delete it? Unless a working file was saved as well it cannot be had again.",
)
const TROUBLE = {
    refused: pair(
        "没有自动保存：浏览器没有存下（空间不够，或者不允许）。请保存工作文件。",
        "Not kept: the browser refused it (no room, or not allowed). Save the working file.",
    ),
    overtaken: pair(
        "这个窗口不再自动保存：另一个窗口保存或者删除过材料，没有覆盖它。请保存工作文件。",
        "This window keeps nothing any more: another window has kept or deleted a case since, which was not replaced. Save the working file.",
    ),
}
const REPLACE = (at: string) =>
    pair(
        `浏览器里已有自动保存的材料（${at}）。开启以后，它被现在这一份代替，找不回来。确定开启吗？`,
        `A case is kept in this browser already (${at}). This one would take its place, and it could not be had again. Keep this one?`,
    )

const clock = (at: number): string => new Date(at).toLocaleString()

/** Among the tasks. */
export function Keep() {
    return (
        <details>
            <summary>{say(TITLE)}</summary>
            <p>{say(TEXT)}</p>
            {isOn.value ? (
                <>
                    <p class="soft">{keptAt.value === undefined ? "" : say(KEPT(clock(keptAt.value)))}</p>
                    <button type="button" class="btn q" onClick={() => turnOff()}>
                        {say(OFF)}
                    </button>
                </>
            ) : (
                <button type="button" class="btn q" onClick={() => turnOn((at) => confirm(say(REPLACE(clock(at)))))}>
                    {say(ON)}
                </button>
            )}
        </details>
    )
}

/** On every page of the case: who believes it kept goes on typing. */
export function NotKept() {
    const why = trouble.value
    return why === undefined ? null : (
        <p class="msg" role="alert">
            {say(TROUBLE[why])}
        </p>
    )
}

/** On the first pages, where an earlier page has kept something. */
export function FoundKept() {
    useEffect(() => {
        lookForKept()
    }, [])
    if (keptAt.value === undefined || isOn.value) return null
    return (
        <div class="box">
            <p>{say(FOUND(clock(keptAt.value)))}</p>
            <div class="pick">
                <button
                    type="button"
                    class="btn"
                    onClick={async () => {
                        if (mayLeaveCase() && (await openKept())) go(TASKS)
                    }}
                >
                    {say(GO_ON)}
                </button>
                <button
                    type="button"
                    class="link"
                    onClick={() => {
                        if (confirm(say(DELETE_SURE))) turnOff()
                    }}
                >
                    {say(DELETE)}
                </button>
            </div>
        </div>
    )
}
