// SPDX-License-Identifier: GPL-3.0-or-later
// decode.mjs FILE PIECE: for each line on standard input, decodes FILE's event stream once, in pieces of PIECE bytes, and
// prints {"cpu", "wall"} in seconds, and what was read. One process for all rounds, so that its compiler is warm.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {createInterface} from 'node:readline'
import {createParser} from 'eventsource-parser'

const bytes = readFileSync(process.argv[2])
const piece = Number(process.argv[3])

function decode() {
  let text = ''
  let events = 0
  let usage
  const parser = createParser({
    onEvent(event) {
      if (event.data === '[DONE]') return
      const chunk = JSON.parse(event.data)
      text += chunk.choices[0]?.delta?.content ?? ''
      usage = chunk.usage ?? usage
      ++events
    },
  })
  const utf8 = new TextDecoder()
  for (let at = 0; at < bytes.length; at += piece) {
    parser.feed(utf8.decode(bytes.subarray(at, at + piece), {stream: true}))
  }
  return {text, events, tokens: usage.completion_tokens}
}

for await (const _ of createInterface({input: process.stdin})) {
  const wall = process.hrtime.bigint()
  const cpu = process.cpuUsage()
  const {text, events, tokens} = decode()
  const used = process.cpuUsage(cpu)
  const took = Number(process.hrtime.bigint() - wall) / 1e9
  const hash = createHash('sha1').update(text).digest('hex')
  console.log(JSON.stringify({cpu: (used.user + used.system) / 1e6, wall: took, events, tokens, hash}))
}
