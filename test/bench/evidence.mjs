// Invented evidence, the same bytes on every machine.
import { createCipheriv, createHash } from "node:crypto"
import { closeSync, cpSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "./prepare.mjs"

const CHUNK = 1 << 24
/** The head of an MP4 file. */
const MP4 = Buffer.from("000000206674797069736f6d0000020069736f6d69736f32617663316d703431", "hex")

/** A copy of the sample case. */
export function sampleCase(folder) {
    cpSync(join(ROOT, "assets/sample-case"), folder, { recursive: true, preserveTimestamps: true })
    return folder
}

/** Writes a "video" that nothing makes smaller: the head of one, then a stream of AES in counter mode. */
export function writeVideo(path, size, seed) {
    const stream = createCipheriv("aes-256-ctr", createHash("sha256").update(seed).digest(), Buffer.alloc(16))
    const zeros = Buffer.alloc(CHUNK)
    const file = openSync(path, "w")
    writeSync(file, MP4)
    for (let left = size - MP4.length; left > 0; left -= CHUNK)
        writeSync(file, stream.update(zeros.subarray(0, Math.min(CHUNK, left))))
    closeSync(file)
}

/** Writes as many texts of a kilobyte, each different, a thousand in a folder. */
export function writeTexts(folder, count) {
    for (let i = 0; i < count; i++) {
        const within = join(folder, `记录 ${Math.floor(i / 1000) + 1}`)
        if (i % 1000 === 0) mkdirSync(within, { recursive: true })
        let text = `登录记录 ${i}\n`
        for (let line = 0; text.length < 990; line++)
            text += `${createHash("sha256").update(`${i} ${line}`).digest("hex")}\n`
        writeFileSync(join(within, `${String(i).padStart(5, "0")}.txt`), text.slice(0, 990))
    }
}
