// Search, which shows the events that have all the words, and goes to where the address leads.
'use strict'
{
  const search = document.getElementById('search')
  const found = document.getElementById('found')
  const sections = [...document.querySelectorAll('section.event, section.schema')].map((section) => ({
    section,
    event: section.classList.contains('event'),
    text: (section.closest('.namespace')?.id + ' ' + section.textContent).toLowerCase(),
    link: section.classList.contains('event') ? linkTo(section.id)?.parentElement : null,
  }))
  const groups = [...document.querySelectorAll('section.namespace, #schemas, #errors')]
  const lists = [...document.querySelectorAll('#events .group')].filter((list) => list.querySelector('li'))

  /** The link in the list at the side. Ids are found by comparing: in a selector they would have to be escaped. */
  function linkTo(id) {
    linkTo.all ??= new Map([...document.querySelectorAll('#events li a')].map((a) => [decodeURIComponent(a.hash.slice(1)), a]))
    return linkTo.all.get(id)
  }

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    let count = 0
    for (const { section, event, text, link } of sections) {
      const fits = words.every((word) => text.includes(word))
      count += fits && event ? 1 : 0
      section.hidden = !fits
      if (link) {
        link.hidden = !fits
      }
    }
    for (const group of groups) {
      const inside = group.querySelectorAll('section.event, section.schema')
      group.hidden = words.length > 0 && ![...inside].some((section) => !section.hidden)
    }
    for (const list of lists) {
      list.hidden = ![...list.querySelectorAll('li')].some((li) => !li.hidden)
    }
    found.textContent = words.length ? `${count} ${count === 1 ? 'event' : 'events'}` : ''
  }

  /** Where the address leads must be seen, also if it was not looked for. */
  function arrive() {
    let target
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    } catch {
      // It is no address of ours.
    }
    if (!target) {
      return
    }
    if (target.closest('[hidden]')) {
      search.value = ''
      show()
    }
    document.querySelectorAll('#events [aria-current]').forEach((a) => a.removeAttribute('aria-current'))
    linkTo(target.id)?.setAttribute('aria-current', 'true')
    linkTo(target.id)?.scrollIntoView({ block: 'nearest' })
    target.scrollIntoView()
  }

  document.querySelector('.find').hidden = false
  search.addEventListener('input', show)
  search.addEventListener('keydown', (key) => {
    if (key.key === 'Escape') {
      search.value = ''
      show()
      search.blur()
    } else if (key.key === 'Enter') {
      sections.find(({ section, event }) => event && !section.hidden)?.section.scrollIntoView()
    }
  })
  addEventListener('keydown', (key) => {
    if (key.key === '/' && !key.target.closest('input, textarea, select') && !key.ctrlKey && !key.metaKey && !key.altKey) {
      key.preventDefault()
      search.focus()
      search.select()
    }
  })
  addEventListener('hashchange', arrive)
  arrive()
}
