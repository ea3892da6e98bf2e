// Draws the page again every second, from the page itself: the server alone knows how it looks.
'use strict'

const PERIOD = 1000
const live = document.getElementById('live')

/** Makes an element like another, changing only what differs: selection and scrolling stay. */
function update(old, now) {
  if (old.isEqualNode(now)) {
    return
  }
  const same = old.nodeName === now.nodeName && old.childNodes.length === now.childNodes.length
  if (old.nodeType === Node.TEXT_NODE && same) {
    old.data = now.data
  } else if (!same || !old.childNodes.length) {
    old.replaceWith(now)
  } else {
    for (const { name } of [...old.attributes]) {
      if (!now.hasAttribute(name)) {
        old.removeAttribute(name)
      }
    }
    for (const { name, value } of now.attributes) {
      old.setAttribute(name, value)
    }
    const next = [...now.childNodes]
    ;[...old.childNodes].forEach((child, i) => update(child, next[i]))
  }
}

function say(text, state) {
  if (live.textContent !== text) {
    live.textContent = text
  }
  live.className = state
  live.hidden = false
}

async function refresh() {
  if (!document.hidden) {
    try {
      const response = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(5000) })
      if (!response.ok) {
        throw new Error(response.statusText)
      }
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      update(document.querySelector('main'), page.querySelector('main'))
      say('live', 'active')
    } catch {
      say('no answer, trying again', 'quarantined')
    }
  }
  setTimeout(refresh, PERIOD)
}

say('live', 'active')
setTimeout(refresh, PERIOD)
