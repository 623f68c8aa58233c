package org.bitacora.api.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.api.strategy.StrategyMapResponse.StrategyMapObjective;
import org.bitacora.api.strategy.StrategyMapResponse.StrategyMapPerspective;

/**
 * The layout of the image of a strategy map: perspectives are bands from top to bottom, and their
 * objectives are boxes in rows of at most four. Lengths are in user units of the image.
 */
final class StrategyMapLayout {

    static final int WIDTH = 1000;
    static final int BOX_WIDTH = 184;
    static final int BOX_HEIGHT = 76;
    static final int TOP = 64;

    private static final int MARGIN = 24;
    private static final int LEFT = 150;
    private static final int GAP = 24;
    private static final int PADDING = 22;
    private static final int IN_A_ROW = 4;
    private static final int EMPTY = 48;

    /**
     * The distance of the ends of arrows from the middle of a box, so that arrows in opposite directions do
     * not meet.
     */
    private static final int PORT = 40;

    /** The distance of a curve from the boxes that it goes around. */
    private static final int CLEARANCE = 26;

    /**
     * The largest vertical distance between boxes of neighbouring bands; a link between boxes further apart
     * goes around the boxes in between.
     */
    private static final int FAR = BOX_HEIGHT + 2 * PADDING + GAP;

    private final List<PerspectiveBand> bands = new ArrayList<>();
    private final Map<String, ObjectiveBox> boxes = new HashMap<>();
    private int bottom = TOP;

    /** A band with its top and its height. */
    record PerspectiveBand(StrategyMapPerspective band, int y, int height) {}

    /** A box with its upper left corner. */
    record ObjectiveBox(StrategyMapObjective box, int x, int y) {
        int centerX() {
            return x + BOX_WIDTH / 2;
        }
    }

    StrategyMapLayout(StrategyMapResponse map) {
        map.perspectives().forEach(this::addBand);
    }

    private void addBand(StrategyMapPerspective strategyMapPerspective) {
        int rows = (strategyMapPerspective.objectives().size() + IN_A_ROW - 1) / IN_A_ROW;
        int height = rows == 0 ? EMPTY : 2 * PADDING + rows * BOX_HEIGHT + (rows - 1) * GAP;
        bands.add(new PerspectiveBand(strategyMapPerspective, bottom, height));
        for (int i = 0; i < strategyMapPerspective.objectives().size(); i++) {
            var strategyMapObjective = strategyMapPerspective.objectives().get(i);
            int row = i / IN_A_ROW;
            int inRow = Math.min(IN_A_ROW, strategyMapPerspective.objectives().size() - row * IN_A_ROW);
            int width = inRow * BOX_WIDTH + (inRow - 1) * GAP;
            int free = WIDTH - LEFT - MARGIN - width;
            int x = LEFT + free / 2 + i % IN_A_ROW * (BOX_WIDTH + GAP);
            boxes.put(
                    strategyMapObjective.code(),
                    new ObjectiveBox(strategyMapObjective, x, bottom + PADDING + row * (BOX_HEIGHT + GAP)));
        }
        bottom += height;
    }

    List<PerspectiveBand> bands() {
        return bands;
    }

    List<ObjectiveBox> boxes() {
        return boxes.values().stream()
                .sorted((one, other) -> one.box().code().compareTo(other.box().code()))
                .toList();
    }

    Optional<ObjectiveBox> box(String objective) {
        return Optional.ofNullable(boxes.get(objective));
    }

    /** Returns the lower end of the last band. */
    int bottom() {
        return bottom;
    }

    /**
     * Returns the SVG path of the curve from one box to another: an arc above boxes in the same row, a
     * curve up or down to a neighbouring band, or a curve around the boxes in between.
     */
    String linkPath(ObjectiveBox from, ObjectiveBox to) {
        if (from.y() == to.y()) {
            int side = to.x() > from.x() ? 1 : -1;
            return path(from.centerX() + side * PORT, from.y(), -2 * PADDING, to.centerX() - side * PORT, to.y());
        }
        return Math.abs(to.y() - from.y()) > FAR ? pathAround(from, to) : straightPath(from, to);
    }

    private static String straightPath(ObjectiveBox from, ObjectiveBox to) {
        boolean down = to.y() > from.y();
        int begin = down ? from.y() + BOX_HEIGHT : from.y();
        int end = down ? to.y() : to.y() + BOX_HEIGHT;
        int bend = Math.max(24, Math.abs(end - begin) / 2) * (down ? 1 : -1);
        int x = from.centerX() + (down ? -PORT : PORT) / 2;
        int toX = to.centerX() + (down ? -PORT : PORT) / 2;
        return "M%d %dC%d %d %d %d %d %d".formatted(x, begin, x, begin + bend, toX, end - bend, toX, end);
    }

    /**
     * Returns a path that passes the boxes in between on the right if it goes up, and on the left if it
     * goes down.
     */
    private String pathAround(ObjectiveBox from, ObjectiveBox to) {
        boolean down = to.y() > from.y();
        int x = down ? from.x() : from.x() + BOX_WIDTH;
        int toX = down ? to.x() : to.x() + BOX_WIDTH;
        var between = boxes.values().stream()
                .filter(it -> it.y() >= Math.min(from.y(), to.y()) && it.y() <= Math.max(from.y(), to.y()))
                .mapToInt(ObjectiveBox::x);
        int clear = down ? between.min().orElse(x) - CLEARANCE : between.max().orElse(x) + BOX_WIDTH + CLEARANCE;
        int far = clear + (clear - (x + toX) / 2) / 3;
        int y = from.y() + BOX_HEIGHT / 2;
        int toY = to.y() + BOX_HEIGHT / 2;
        return "M%d %dC%d %d %d %d %d %d".formatted(x, y, far, y, far, toY, toX, toY);
    }

    private static String path(int x, int y, int bend, int toX, int toY) {
        return "M%d %dC%d %d %d %d %d %d".formatted(x, y, x, y + bend, toX, toY + bend, toX, toY);
    }

    /** Wraps a text into at most three lines of about {@code width} characters; the rest is truncated. */
    static List<String> wrapText(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.size() <= 3
                ? lines.stream().map(it -> truncate(it, width)).toList()
                : List.of(lines.get(0), lines.get(1), truncate(lines.get(2) + " …", width + 2));
    }

    private static String truncate(String line, int width) {
        return line.length() <= width + 2 ? line : line.substring(0, width) + "…";
    }
}
