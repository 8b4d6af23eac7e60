package loa.config;

import java.util.List;
import java.util.Optional;
import loa.article.Category;
import loa.config.Node.Position;

/** The names of categories where sources refer to them. */
final class CategoryNames {

    private final Problems problems;
    private final List<Category> categories;

    CategoryNames(Problems problems, List<Category> categories) {
        this.problems = problems;
        this.categories = categories;
    }

    /** One that may stand in examples. */
    String example() {
        return categories.isEmpty() ? "kinh-te" : categories.get(0).name();
    }

    /** What to write for one. */
    Kind<String> kind() {
        return Kind.of(
                "the name of a category, such as `" + example() + "`",
                "tên một chuyên mục, ví dụ `" + example() + "`",
                name -> name);
    }

    /** Notes that there is no category of this name, with the one that was probably meant. */
    void require(String name, Position at) {
        List<String> names = categories.stream().map(Category::name).toList();
        if (names.isEmpty() || names.contains(name)) {
            return; // without categories there is one problem already
        }
        Optional<String> titled = categories.stream()
                .filter(category -> Suggestion.name(category.title()).equals(Suggestion.name(name)))
                .map(Category::name)
                .findFirst();
        Optional<String> meant = titled.or(() -> Suggestion.nearest(name, names));
        if (meant.isPresent()) {
            problems.add(
                    at,
                    "there is no category `%s`; did you mean `%s`?",
                    "không có chuyên mục `%s`; có phải ý bạn là `%s`?",
                    name,
                    meant.get());
        } else {
            problems.add(
                    at,
                    "there is no category `%s`; add it to `categories`, or write `%s`",
                    "không có chuyên mục `%s`; hãy thêm vào `categories`, hoặc viết `%s`",
                    name,
                    example());
        }
    }
}
