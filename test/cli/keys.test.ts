import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { ROOT, SMALL_CASE } from "../check.ts"
import { tool } from "../tool.ts"
import { INSTRUMENT, letterCode, PHOTOS, putDraft, putScan } from "./made.ts"
import { lerpack, outside, scratch } from "./run.ts"

let home = ""
/** Keys do not care what they sign. */
const DRAFT = "DRAFT-AB-1.zip"
const ZIP = `out/${DRAFT}`

beforeAll(() => {
    home = scratch()
    mkdirSync(join(home, "case"))
    writeFileSync(join(home, "case/case.yaml"), SMALL_CASE)
    expect(lerpack(["build", "case", "-o", "out", "--unsigned"], { cwd: home }).status).toBe(0)
})

describe("keygen", () => {
    test("makes a key that only its owner can read, which build then finds by itself", () => {
        const env = { XDG_CONFIG_HOME: join(home, "config") }
        expect(lerpack(["keygen", "--comment", "a b"], { cwd: home, env }).status).toBe(0)
        const path = join(home, "config/lerpack/id_ed25519")
        expect(statSync(path).mode & 0o777).toBe(0o600)
        expect(lerpack(["build", "case", "-o", "found"], { cwd: home, env }).status).toBe(0)
        const { verdict } = JSON.parse(lerpack(["verify", `found/${DRAFT}`, "--json"], { cwd: home }).stdout) as {
            verdict: string
        }
        expect(verdict).toBe("intact-signed-unknown")
        const again = lerpack(["keygen"], { cwd: home, env })
        expect(again.status).toBe(1)
        expect(again.stderr).toContain("[shell.output.exists]")
        if (tool("ssh-keygen")) expect(outside("ssh-keygen", ["-lf", path])).toContain("a b (ED25519)")
    })
    test("with a passphrase the key opens only with it", () => {
        const secret = { LERPACK_PASSPHRASE: "口令 one" }
        expect(lerpack(["keygen", "--out", "locked"], { cwd: home, env: secret }).status).toBe(0)
        expect(lerpack(["build", "case", "-o", "l1", "--key", "locked"], { cwd: home }).stderr).toContain(
            "[signature.key.encrypted]",
        )
        expect(
            lerpack(["build", "case", "-o", "l1", "--key", "locked"], { cwd: home, env: { LERPACK_PASSPHRASE: "two" } })
                .stderr,
        ).toContain("[signature.key.passphrase]")
        expect(existsSync(join(home, "l1"))).toBe(false)
        expect(lerpack(["build", "case", "-o", "l1", "--key", "locked"], { cwd: home, env: secret }).status).toBe(0)
    })
})

describe.skipIf(!tool("ssh-keygen"))("sign", () => {
    const key = (name: string, ...type: string[]) => {
        if (!existsSync(join(home, name)))
            outside("ssh-keygen", ["-q", ...type, "-N", "", "-C", name, "-f", join(home, name)])
        return name
    }
    test.each([
        ["ed25519", "-t", "ed25519"],
        ["rsa", "-t", "rsa", "-b", "3072"],
        ["rsa-pem", "-t", "rsa", "-b", "2048", "-m", "PEM"],
        ["ecdsa", "-t", "ecdsa", "-b", "384"],
    ])(
        "adds a signature by an %s key; the check code stays, the ZIP changes, ssh-keygen accepts it",
        (name, ...type) => {
            key(name, ...type)
            const before = JSON.parse(lerpack(["verify", ZIP, "--json"], { cwd: home }).stdout) as {
                checkCode: string
                zipSha256: string
            }
            const done = lerpack(["sign", ZIP, "-o", `signed-${name}/packet.zip`, "--key", name, "--json"], {
                cwd: home,
            })
            expect(done.status, done.stderr).toBe(0)
            const result = JSON.parse(done.stdout) as { checkCode: string; sha256: string; key: string }
            expect(result.checkCode).toBe(before.checkCode)
            expect(result.sha256).not.toBe(before.zipSha256)
            writeFileSync(join(home, "signers"), `somebody ${readFileSync(join(home, `${name}.pub`), "utf8")}`)
            const judged = lerpack(["verify", `signed-${name}/packet.zip`, "--signers", "signers", "--json"], {
                cwd: home,
            })
            expect(judged.status).toBe(0)
            expect(JSON.parse(judged.stdout)).toMatchObject({
                verdict: "intact-signed-known",
                zipSha256: result.sha256,
                signatures: [{ key: result.key, principal: "somebody", trust: "known" }],
            })
            const place = join(home, `unpacked-${name}`)
            outside("unzip", ["-q", join(home, `signed-${name}/packet.zip`), "-d", place])
            expect(
                outside("sh", [
                    "-c",
                    `cd "${place}/AB-1" && ssh-keygen -Y verify -f "${home}/signers" -I somebody -n lerpack-manifest -s signature-1.sig < manifest-sha256.txt`,
                ]),
            ).toContain("Good")
        },
    )
    test("a second key makes signature-2.sig, the same key twice is refused", () => {
        key("first", "-t", "ed25519")
        key("second", "-t", "ed25519")
        expect(lerpack(["sign", ZIP, "-o", "s1/p.zip", "--key", "first"], { cwd: home }).status).toBe(0)
        expect(lerpack(["sign", "s1/p.zip", "-o", "s2/p.zip", "--key", "second"], { cwd: home }).status).toBe(0)
        const { signatures } = JSON.parse(lerpack(["verify", "s2/p.zip", "--json"], { cwd: home }).stdout) as {
            signatures: { file: string }[]
        }
        expect(signatures.map(({ file }) => file)).toEqual(["signature-1.sig", "signature-2.sig"])
        const twice = lerpack(["sign", "s1/p.zip", "-o", "s3/p.zip", "--key", "first"], { cwd: home })
        expect(twice.status).toBe(1)
        expect(twice.stderr).toContain("[packet.signer.already]")
        expect(existsSync(join(home, "s3"))).toBe(false)
    })
    test("into a folder, there or not, goes the packet under its own name; a name with .zip is a new file", () => {
        key("mine", "-t", "ed25519")
        mkdirSync(join(home, "there.zip"))
        for (const [output, file] of [
            ["new", `new/${DRAFT}`],
            ["there.zip", `there.zip/${DRAFT}`],
            ["new/other.ZIP", "new/other.ZIP"],
        ] as const) {
            expect(lerpack(["sign", ZIP, "-o", output, "--key", "mine"], { cwd: home }).status).toBe(0)
            expect(lerpack(["verify", file], { cwd: home }).status).toBe(0)
        }
        const again = lerpack(["sign", ZIP, "-o", "new", "--key", "mine"], { cwd: home })
        expect([again.status, again.stderr]).toEqual([1, expect.stringContaining(DRAFT)])
    })
    test("whole packets are built with keys that ssh-keygen signs with", () => {
        expect(
            lerpack(["build", "case", "-o", "by-rsa", "--key", key("rsa", "-t", "rsa", "-b", "3072")], { cwd: home })
                .status,
        ).toBe(0)
        expect(lerpack(["verify", `by-rsa/${DRAFT}`], { cwd: home }).status).toBe(0)
    })
    test("a key that cannot sign fails the build and leaves nothing", () => {
        writeFileSync(join(home, "broken"), "no key at all")
        const done = lerpack(["build", "case", "-o", "nothing", "--key", "broken"], { cwd: home })
        expect(done.status).toBe(1)
        expect(done.stderr).toContain("[shell.key.signature]")
        expect(existsSync(join(home, "nothing"))).toBe(false)
    })
})

test("the key of the victim's layer may not sign the officer's", () => {
    const officer = join(ROOT, "assets/sample-officer")
    const run = (args: readonly string[], env = {}) => lerpack(args, { cwd: home, env })
    expect(run(["keygen", "--out", "one"]).status).toBe(0)
    expect(run(["sign", putDraft(home), "-o", "by-one/draft.zip", "--key", "one"]).status).toBe(0)
    const common = ["complete", "by-one/draft.zip", "--photos", PHOTOS, "--legal", INSTRUMENT, "-o", "by-one"]
    expect(run([...common, "--officer", join(officer, "officer.yaml")]).status).toBe(0)
    const form = readFileSync(join(officer, "officer.yaml"), "utf8")
    writeFileSync(join(home, "officer.yaml"), `${form}\nletterCode: "${letterCode(join(home, "by-one"))}"\n`)
    const seal = [
        ...common,
        "--officer",
        "officer.yaml",
        "--prepared",
        "by-one/LX-2023-0321-prepared",
        "--sealed",
        putScan(join(home, "by-one/LX-2023-0321-prepared")),
    ]
    const refused = run([...seal, "--key", "one"])
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain("[packet.signer.earlier-layer]")
    expect(existsSync(join(home, "by-one/LX-2023-0321-send"))).toBe(false)
    expect(run([...seal, "--unsigned"]).status).toBe(0)
})
