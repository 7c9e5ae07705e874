// Runs inside the page: what can be seen of its texts and pictures at the present width.
window.lookAround = () => {
  const width = document.documentElement.clientWidth;
  const style = element => getComputedStyle(element);
  const box = element => element.getBoundingClientRect();
  const short = (text, length = 40) => text.trim().replace(/\s+/g, ' ').slice(0, length);
  const say = element => `${element.tagName} ${short(element.textContent, 60)}`;

  const isVisible = element => {
    const {visibility, display, opacity} = style(element);
    const {width: wide, height: high} = box(element);
    return visibility !== 'hidden' && display !== 'none' && +opacity > 0 && wide > 1.5 && high > 1.5;
  };

  // Texts in HTML: cut off by a box around them, or beyond the edge of the page.
  const UNSHOWN = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION', 'TITLE', 'DESC', 'TEMPLATE'];
  const ownTexts = element => [...element.childNodes].filter(node => node.nodeType === 3 && node.textContent.trim());
  const hasText = element => !element.ownerSVGElement && ownTexts(element).length > 0 && isVisible(element) &&
    !UNSHOWN.includes(element.tagName.toUpperCase());

  const extent = element => {
    const rects = ownTexts(element).flatMap(node => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    }).filter(rect => rect.width > 0);
    return rects.length && {
      left: Math.min(...rects.map(rect => rect.left)), right: Math.max(...rects.map(rect => rect.right)),
      top: Math.min(...rects.map(rect => rect.top)), bottom: Math.max(...rects.map(rect => rect.bottom)),
    };
  };

  const HIDES = /(hidden|clip)/;
  const cutBy = (text, outer) => {
    const {overflowX, overflowY} = style(outer);
    const edge = box(outer);
    return HIDES.test(overflowX) && (text.right > edge.right + 1.5 || text.left < edge.left - 1.5) ||
      HIDES.test(overflowY) && (text.bottom > edge.bottom + 3 || text.top < edge.top - 3);
  };

  // 'clipped', 'hidden' (on purpose), 'scrolls' or 'free'
  const fate = (element, text) => {
    for (let outer = element; outer && outer !== document.body; outer = outer.parentElement) {
      const {overflowX, overflowY} = style(outer);
      if (/(auto|scroll)/.test(overflowX + overflowY)) return 'scrolls';
      if (box(outer).width <= 1.5 || box(outer).height <= 1.5) return 'hidden';
      if (cutBy(text, outer)) return 'clipped';
    }
    return 'free';
  };

  const texts = () => {
    const clipped = [], outside = [];
    for (const element of document.body.querySelectorAll('*')) {
      const text = hasText(element) && extent(element);
      if (!text) continue;
      const how = fate(element, text);
      if (how === 'clipped') clipped.push(say(element));
      if (how === 'free' && text.right > width + 1.5 && style(element).position !== 'absolute') outside.push(say(element));
    }
    return {clipped, outside};
  };

  // Boxes that show only a part of what is in them until somebody scrolls sideways.
  const toScroll = () => [...document.body.querySelectorAll('*')].filter(element =>
    /(auto|scroll)/.test(style(element).overflowX) && element.scrollWidth > element.clientWidth + 1 && isVisible(element)).map(say);

  // Texts in SVG: their size on the screen, cut off, upon one another.
  const inDrawings = () => {
    const clipped = [], overlapping = [], sizes = [];
    for (const svg of document.querySelectorAll('svg')) {
      if (!isVisible(svg) || svg.ownerSVGElement) continue;
      const frame = box(svg), hides = style(svg).overflow !== 'visible';
      const labels = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim() && isVisible(text));
      labels.forEach((label, place) => {
        const rect = box(label);
        sizes.push(sizeOnScreen(label));
        if (hides && leaves(rect, frame)) clipped.push(short(label.textContent));
        for (const other of labels.slice(place + 1))
          if (overlaps(rect, box(other))) overlapping.push(`${short(label.textContent, 20)} x ${short(other.textContent, 20)}`);
      });
    }
    return {clipped, overlapping, smallest: sizes.length ? +Math.min(...sizes).toFixed(1) : null};
  };
  const sizeOnScreen = label => {
    const matrix = label.getScreenCTM();
    return parseFloat(style(label).fontSize) * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
  };
  const leaves = (rect, frame) => rect.left < frame.left - 1 || rect.right > frame.right + 1 ||
    rect.top < frame.top - 2 || rect.bottom > frame.bottom + 2;
  const overlaps = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3.5;

  // Contrast of texts in SVG with what lies under them; axe does not look at fills.
  const MOST = 400;
  const colour = text => {
    const numbers = text.match(/[\d.]+/g)?.map(Number);
    return numbers ? [...numbers.slice(0, 3), numbers[3] ?? 1] : null;
  };
  const upon = (above, below) => [0, 1, 2].map(i => above[i] * above[3] + below[i] * (1 - above[3])).concat(1);
  const luminance = rgb => {
    const [r, g, b] = rgb.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((p, q) => q - p);
    return (light + .05) / (dark + .05);
  };
  const paint = element => {
    if (['text', 'tspan'].includes(element.tagName)) return null;
    const {fill, fillOpacity, opacity, backgroundColor} = style(element);
    const found = colour(element.ownerSVGElement ? fill : backgroundColor);
    if (found && element.ownerSVGElement) found[3] *= (+fillOpacity || 1) * (+opacity || 1);
    return found;
  };
  const ground = label => {
    label.scrollIntoView({block: 'center', behavior: 'instant'});
    const {left, top, width: wide, height} = box(label), layers = [];
    for (const element of document.elementsFromPoint(left + wide / 2, top + height / 2)) {
      const found = element !== label && !label.contains(element) && paint(element);
      if (found && found[3] > 0) layers.push(found);
      if (found && found[3] >= .99) break;
    }
    const dark = style(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme:dark)').matches;
    return layers.reverse().reduce((below, above) => upon(above, below), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
  };
  const faint = () => {
    const found = [];
    const labels = [...document.querySelectorAll('svg text')].filter(text => isVisible(text) && text.textContent.trim());
    for (const label of labels.slice(0, MOST)) {
      const ink = colour(style(label.querySelector('tspan') ?? label).fill), below = ground(label);
      const measured = ink ? contrast(upon(ink, below), below) : 21;
      if (measured < 4.5) found.push(`${short(label.textContent, 30)} ${measured.toFixed(2)}`);
    }
    scrollTo({top: 0, behavior: 'instant'});
    return found;
  };

  // What the document says of itself.
  const isNamed = svg => /img|graphics/.test(svg.getAttribute('role') ?? '') && (svg.getAttribute('aria-label') ||
    (svg.getAttribute('aria-labelledby') ?? '').split(/\s+/).some(id => document.getElementById(id)?.textContent.trim()) ||
    svg.querySelector(':scope>title')?.textContent.trim());
  const drawings = [...document.querySelectorAll('svg')].filter(svg => isVisible(svg) && !svg.ownerSVGElement);
  const count = selector => document.querySelectorAll(selector).length;
  const firstJump = document.querySelector('a[href^="#"]');

  return {
    ...texts(), toScroll: toScroll(), svg: inDrawings(), faint: faint(),
    unnamed: drawings.filter(svg => !svg.closest('[aria-hidden=true]') && !isNamed(svg)).length,
    withoutAlt: [...document.images].filter(image => !image.hasAttribute('alt')).length,
    sideways: Math.max(0, document.scrollingElement.scrollWidth - width),
    lang: document.documentElement.lang, h1: count('h1'), main: count('main,[role=main]'), tables: count('table'),
    skipLink: !!firstJump && /skip|μετάβαση|πήγαινε|saltar|перейти|ugrás/i.test(firstJump.textContent),
    words: document.body.innerText.split(/\s+/).length, styleAttributes: count('[style]'),
    scripts: [...document.scripts].filter(script => !/json/.test(script.type)).length,
    policy: !!document.querySelector('meta[http-equiv="Content-Security-Policy" i]'),
  };
};

// Every text that takes room on the page, in HTML and in drawings, as it stands in the document.
window.shownText = () => {
  const range = document.createRange(), found = [];
  const isShown = element => {
    const {width, height} = element.getBoundingClientRect();
    const tiny = getComputedStyle(element).position === 'absolute' && (width <= 1.5 || height <= 1.5);
    return !tiny && element.checkVisibility({visibilityProperty: true});
  };
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    range.selectNodeContents(nodes.currentNode);
    if (range.getClientRects().length && isShown(nodes.currentNode.parentElement)) found.push(nodes.currentNode.textContent);
  }
  return found.join(' ');
};
