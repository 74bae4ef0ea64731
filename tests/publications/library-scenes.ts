// What the photographs of tests/publications/launch show, by their names.
import {
  ACROSS,
  box,
  type Chance,
  crowd,
  cup,
  disc,
  fade,
  house,
  LONG,
  line,
  PAPER,
  pick,
  type Size,
  SQUARE,
  shape,
  shelf,
  shelves,
  times,
  tree,
  UPRIGHT,
  umbrella,
} from './library-shapes.ts'

type Scene = (random: Chance, size: Size) => string

export const SCENES: Readonly<Record<string, readonly [Size, Scene]>> = {
  front: [
    ACROSS,
    (_, size) =>
      fade(size, '#9cc0dc', '#f2e7d2') +
      tree(70, 380, 70, '#5f7f4f') +
      house(size, '#a4553c', '#dfe9ea') +
      tree(850, 400, 60, '#6f8f4e'),
  ],
  queue: [
    LONG,
    (random, size) =>
      fade(size, '#7d8b96', '#b9bdb6') +
      box(0, 420, 1040, 80, '#6a6f70') +
      crowd(random, size, 12, 0.6) +
      times(11, (index) => umbrella(70 + index * 92, 220 + (index % 2) * 44, 66, pick(random))) +
      times(60, () => {
        const [x, y] = [random() * 1040, random() * 440]
        return line(`M${x} ${y}l-5 20`, '#d6dde0', 1.4)
      }),
  ],
  ribbon: [
    ACROSS,
    (_, size) =>
      fade(size, '#5b4a3c', '#2f2620') +
      box(250, 60, 190, 540, '#7b4a2e') +
      box(460, 60, 190, 540, '#7b4a2e') +
      disc(425, 340, 12, '#e0b04a') +
      disc(475, 340, 12, '#e0b04a') +
      line('M0 330Q220 380 450 350T900 320', '#b3262e', 34) +
      shape('M450 350l-90 -70q-30 60 0 110ZM450 350l90 -70q30 60 0 110Z', '#c9343c') +
      disc(450, 350, 26, '#8f1c24'),
  ],
  shelves: [UPRIGHT, (random, size) => shelves(random, size, 6)],
  stacks: [LONG, (random, size) => shelves(random, size, 3)],
  'reading-room': [
    ACROSS,
    (random, size) =>
      fade(size, '#e8d9b8', '#c9ac7d') +
      times(4, (index) => shape(`M${60 + index * 215} 330V150a65 65 0 0 1 130 0V330Z`, '#dcebf2')) +
      times(
        3,
        (index) =>
          box(40 + index * 300, 430 + (index % 2) * 60, 250, 24, '#6b4226') +
          box(150 + index * 300, 350 + (index % 2) * 60, 10, 80, '#444') +
          shape(`M${110 + index * 300} ${352 + (index % 2) * 60}h90l-18 -40h-54Z`, '#2f6b52') +
          box(70 + index * 300, 418 + (index % 2) * 60, 60, 12, pick(random)),
      ),
  ],
  rug: [
    SQUARE,
    (random, size) =>
      fade(size, '#e9dfcc', '#d8c7a5') +
      disc(340, 360, 270, '#3d5a80') +
      disc(340, 360, 210, '#d9b46a') +
      disc(340, 360, 150, '#a8572f') +
      disc(340, 360, 80, PAPER) +
      times(9, (index) => {
        const angle = (index / 9) * 6.283
        const [x, y] = [340 + Math.cos(angle) * 245, 360 + Math.sin(angle) * 245]
        return disc(x, y, 48, pick(random)) + box(x - 20, y - 14, 40, 28, PAPER)
      }),
  ],
  cake: [
    SQUARE,
    (random, size) =>
      fade(size, '#6f8f8a', '#3f5f5b') +
      `<ellipse cx="340" cy="520" rx="290" ry="60" fill="#f7f3ea"/>` +
      shape('M110 500L340 540V330Q220 280 110 310ZM570 500L340 540V330Q460 280 570 310Z', '#fdf6e3') +
      line(
        'M150 350q90 -20 160 10M150 390q90 -20 160 10M150 430q90 -20 160 10M370 360q80 -30 160 -10M370 400q80 -30 160 -10M370 440q80 -30 160 -10',
        '#8c3f2d',
        6,
      ) +
      times(
        7,
        (index) =>
          line(`M${170 + index * 57} 300v-60`, pick(random), 9) + disc(170 + index * 57, 228, 9, '#ffd27a'),
      ),
  ],
  band: [
    ACROSS,
    (random, size) =>
      fade(size, '#41506b', '#1f2838') +
      crowd(random, size, 6, 0.5) +
      times(5, (index) => {
        const x = 110 + index * 170
        return (
          line(`M${x} 450q-40 -90 10 -130t70 -60`, '#e0b04a', 20) +
          shape(`M${x + 60} 270l70 -50l10 80Z`, '#f0c868')
        )
      }),
  ],
  stamp: [
    ACROSS,
    (_, size) =>
      fade(size, '#caa877', '#9b7747') +
      `<g transform="rotate(-8 450 340)">${box(190, 180, 460, 320, PAPER) + times(6, (index) => box(225, 250 + index * 38, 390, 3, '#b9a98a')) + box(225, 262, 150, 18, '#8c2f39') + box(430, 300, 140, 18, '#8c2f39')}</g>` +
      box(600, 150, 90, 150, '#4b2e1e', 'rx="30"') +
      box(570, 290, 150, 60, '#2a2a2a', 'rx="8"'),
  ],
  stairs: [
    UPRIGHT,
    (_, size) =>
      fade(size, '#efe4cf', '#b6a07c') +
      times(
        13,
        (index) =>
          box(40 + (index % 2) * 8, 800 - index * 58, 520 - index * 30, 24, '#7a4b2c') +
          box(40, 824 - index * 58, 520 - index * 30, 34, '#d8c19a'),
      ) +
      line('M560 790L180 90', '#33221a', 14),
  ],
  roof: [
    LONG,
    (_, size) =>
      fade(size, '#86b1d6', '#dfe6e4') +
      times(
        5,
        (index) =>
          shape(`M${index * 208} 420V250L${index * 208 + 208} 330V420Z`, '#7b4a3a') +
          shape(`M${index * 208 + 14} 300V262L${index * 208 + 190} 332V348Z`, '#26445c'),
      ) +
      box(0, 420, 1040, 80, '#a4553c'),
  ],
  tea: [
    ACROSS,
    (random, size) =>
      fade(size, '#d7c4a0', '#a98a5e') +
      times(6, (index) =>
        cup(
          170 + (index % 3) * 270,
          170 + Math.floor(index / 3) * 220,
          ['#3d5a80', '#8c2f39', '#f7f3ea'][(index + Math.floor(random() * 3)) % 3]!,
        ),
      ),
  ],
  garden: [
    ACROSS,
    (random, size) =>
      fade(size, '#a9cbe0', '#e9efd8') +
      box(0, 360, 900, 240, '#7f9f55') +
      times(6, (index) =>
        tree(80 + index * 150, 270 - (index % 2) * 40, 62, index % 2 ? '#55774a' : '#6b8b52'),
      ) +
      box(300, 450, 300, 16, '#6b4226') +
      box(320, 466, 14, 60, '#4b2e1e') +
      box(566, 466, 14, 60, '#4b2e1e') +
      times(40, () =>
        disc(
          random() * 900,
          400 + random() * 190,
          6,
          ['#e9c46a', '#d1495b', '#f4f1de'][Math.floor(random() * 3)]!,
        ),
      ),
  ],
  van: [
    ACROSS,
    (random, size) =>
      fade(size, '#b7d0dd', '#eee4d0') +
      box(0, 450, 900, 150, '#77746c') +
      box(150, 190, 520, 280, '#2f6b52', 'rx="26"') +
      shape('M670 270h70q60 20 70 110v90H670Z', '#2f6b52') +
      shape('M690 290h44q36 16 42 80h-86Z', '#d5e6ec') +
      shelf(random, 200, 240, 410, 120) +
      disc(270, 470, 52, '#222') +
      disc(700, 470, 52, '#222') +
      disc(270, 470, 22, '#aaa') +
      disc(700, 470, 22, '#aaa'),
  ],
  evening: [
    LONG,
    (_, size) =>
      fade(size, '#131c33', '#54405a') + disc(880, 90, 34, '#f6ecc9') + house(size, '#3b2a2c', '#ffc861'),
  ],
  tower: [
    UPRIGHT,
    (random, size) =>
      fade(size, '#ded2bb', '#a7b0a4') +
      times(13, (index) => {
        const width = 230 + random() * 170
        const x = 300 - width / 2 + (random() - 0.5) * 40
        const y = 770 - index * 54
        return box(x, y, width, 48, pick(random)) + box(x + 10, y + 12, width - 40, 4, PAPER)
      }) +
      box(0, 818, 600, 42, '#6b4226'),
  ],
  map: [
    SQUARE,
    (random, size) =>
      fade(size, '#dbe6cf', '#c7d8bb') +
      line('M-20 520Q160 420 260 470T480 300T720 240', '#8fb8d0', 54) +
      line('M60 -20L260 300L620 700M0 230L680 90M420 0L330 680', PAPER, 14) +
      times(16, () => {
        const [x, y] = [60 + random() * 560, 60 + random() * 540]
        return shape(`M${x} ${y}l-15 -30a16 16 0 1 1 30 0Z`, '#c0392b') + disc(x, y - 36, 6, PAPER)
      }),
  ],
  lamp: [
    UPRIGHT,
    (random, size) =>
      fade(size, '#2d3b39', '#15201f') +
      shape('M300 360L40 860H560Z', '#7d7344') +
      shape('M170 360h260l-60 -150h-140Z', '#2f8a63') +
      box(290, 360, 20, 330, '#c9a24d') +
      `<ellipse cx="300" cy="700" rx="120" ry="26" fill="#c9a24d"/>` +
      times(3, (index) => box(120, 800 - index * 34, 170, 30, pick(random))),
  ],
  trolley: [
    ACROSS,
    (random, size) =>
      fade(size, '#d9e0dc', '#aab5b0') +
      shelf(random, 170, 130, 560, 150) +
      shelf(random, 170, 310, 560, 150) +
      box(150, 110, 16, 400, '#555') +
      box(734, 110, 16, 400, '#555') +
      disc(180, 525, 24, '#222') +
      disc(720, 525, 24, '#222'),
  ],
  seat: [
    UPRIGHT,
    (random, size) =>
      fade(size, '#c9b48c', '#8d7650') +
      box(110, 70, 380, 520, '#e4f0f4') +
      tree(230, 330, 80, '#6f8f4e') +
      tree(390, 390, 60, '#55774a') +
      box(292, 70, 14, 520, PAPER) +
      box(110, 320, 380, 12, PAPER) +
      box(70, 610, 460, 60, '#8c2f39', 'rx="24"') +
      box(70, 670, 460, 190, '#5f4a33') +
      shape('M330 612q-6 -70 44 -74l-4 -26l22 16l22 -12l2 30q40 30 26 66Z', '#2b2420') +
      times(2, (index) => box(110 + index * 30, 590 - index * 22, 120, 20, pick(random))),
  ],
  hall: [
    LONG,
    (random, size) =>
      fade(size, '#cdbb98', '#7d6a4b') +
      box(330, 60, 380, 200, '#f6f2e8') +
      shape('M430 220q90 -130 180 0Z', '#2f6b52') +
      crowd(random, size, 14, 0.62),
  ],
  globe: [
    SQUARE,
    (_, size) =>
      fade(size, '#e7dcc6', '#b9a47e') +
      line('M140 380A215 215 0 0 0 560 420', '#7a4b2c', 20) +
      disc(350, 330, 190, '#5d93b0') +
      shape('M230 230q90 -70 130 0t-40 120t-110 20ZM400 320q70 -50 110 20t-50 110t-70 -30Z', '#8fa860') +
      box(338, 540, 24, 80, '#7a4b2c') +
      `<ellipse cx="350" cy="630" rx="130" ry="24" fill="#7a4b2c"/>`,
  ],
  clock: [
    SQUARE,
    (_, size) =>
      fade(size, '#8c3f2d', '#6d2f22') +
      times(12, (row) =>
        times(7, (column) => box(column * 104 - (row % 2) * 52, row * 58, 98, 52, '#9a4a36')),
      ) +
      disc(340, 340, 230, '#3a2a20') +
      disc(340, 340, 208, PAPER) +
      times(12, (index) => {
        const angle = (index / 12) * 6.283
        return disc(340 + Math.cos(angle) * 175, 340 + Math.sin(angle) * 175, 10, '#2b201b')
      }) +
      line('M340 340L262 262', '#2b201b', 14) +
      line('M340 340V190', '#2b201b', 9),
  ],
}
