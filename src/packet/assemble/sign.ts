import { utf8 } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Signer } from "../../base/host.ts"
import { issue, PacketError } from "../../base/issue.ts"
import { memorySource, readAll } from "../../base/source.ts"
import { LARGEST_MANIFEST, MANIFEST } from "../manifest/manifest.ts"
import { MOST_SIGNATURES, rootFile, signatureName } from "../manifest/tag-files.ts"
import { checkCode } from "../signature/check-code.ts"
import { assertNewSigner, signerOf } from "./layer.ts"
import { inZipOrder, type Packet, type PacketFile } from "./packet.ts"

/**
 * Adds a signature to a finished packet. The manifest and so the 核对码 stay; the ZIP's own hash changes. The caller has
 * verified the packet. Throws {@link PacketError}: `packet.prior.manifest`, `packet.signer.earlier-layer`,
 * `packet.signer.already` where this key has signed, and `packet.signer.many` where no number is left.
 *
 * @param packet - top directory and files relative to it.
 */
export async function signPacket(packet: Pick<Packet, "top" | "files">, signer: Signer): Promise<Packet> {
    const { fingerprint } = signer
    const manifest = packet.files.find(({ path }) => path === MANIFEST)
    if (manifest === undefined || manifest.source.size > LARGEST_MANIFEST)
        throw new PacketError([issue("packet.prior.manifest", [MANIFEST], {})])
    await assertNewSigner(packet.files, fingerprint)
    let last = 0
    for (const { path, source } of packet.files) {
        const root = rootFile(path)
        if (root?.kind !== "signature") continue
        if ((await signerOf(source, root.format)) === fingerprint)
            throw new PacketError([issue("packet.signer.already", [path], { fingerprint })])
        last = Math.max(last, root.n)
    }
    if (last >= MOST_SIGNATURES) throw new PacketError([issue("packet.signer.many", [], { most: MOST_SIGNATURES })])
    const bytes = await readAll(manifest.source)
    const signature: PacketFile = {
        path: signatureName(last + 1),
        source: memorySource(utf8(await signer.sign(bytes))),
    }
    return {
        top: packet.top,
        files: inZipOrder([...packet.files, signature]),
        manifestSha256: sha256Hex(bytes),
        checkCode: checkCode(bytes),
    }
}
